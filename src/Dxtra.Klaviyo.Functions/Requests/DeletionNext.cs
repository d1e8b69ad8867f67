namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>What a deletion request waits for from people, in one word.</summary>
internal static class DeletionNext
{
    public static string? Of(SubjectRequest request) => request switch
    {
        { Status: RequestStatus.AwaitingIdentity } => "identity",
        { Status: RequestStatus.AwaitingApproval, Deletion.IsApproved: true } => "execute",
        { Status: RequestStatus.AwaitingApproval, Deletion.Approvals.Count: 0 } => "approval",
        { Status: RequestStatus.AwaitingApproval } => "secondApproval",
        _ => null,
    };
}
