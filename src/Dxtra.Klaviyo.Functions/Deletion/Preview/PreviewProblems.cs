using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

internal static class PreviewProblems
{
    public static Problem IdentityMissing { get; } = Problem.Conflict(ProblemTypes.IdentityMissing,
        "The person's identity is not proven.", "It is proven with POST …/identity; then a preview is made.");

    public static Problem AnotherPersonNeeded { get; } = Problem.Conflict(ProblemTypes.AnotherPersonNeeded,
        "You have approved it already.", "This preview takes the approval of two people. The second has to be somebody else.");

    public static Problem AlreadyApproved { get; } = Problem.Conflict(ProblemTypes.RequestNotInState,
        "The preview is approved already.", "It is carried out with POST …/execute.");

    public static Problem Stale(string hash) => Problem.Conflict(ProblemTypes.PreviewStale,
        "This is not the latest preview.", $"The latest one has the hash {hash}. Look at it before you approve it.");

    public static Problem NotReady(RequestStatus status, bool identityMissing) => identityMissing ? IdentityMissing : Problem.Conflict(ProblemTypes.PreviewNotReady,
        "There is no preview.", status switch
        {
            RequestStatus.Running => "Klaviyo is being looked at. Come again when the request is awaitingApproval.",
            RequestStatus.Completed => "Klaviyo holds no profile of this person.",
            _ => "The request ended before one was made.",
        });
}
