using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Whether a request waits for somebody to prove who they are.</summary>
internal static class IdentityState
{
    /// <summary>Why it does not; null when it does.</summary>
    public static Problem? Refuse(SubjectRequest request, DateTimeOffset now) => request switch
    {
        { Deletion.Identity: not null } => IdentityProblems.AlreadyProven,
        not { Status: RequestStatus.AwaitingIdentity, Deletion: not null } => RequestProblems.NotNow("identified", request.Status),
        _ when now >= request.Deletion.IdentityDueAt => IdentityProblems.TooLate,
        _ => null,
    };
}
