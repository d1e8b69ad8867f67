using static Dxtra.Klaviyo.Functions.Requests.RequestStatus;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>The permitted moves of a request.</summary>
internal static class RequestTransitions
{
    private static readonly Dictionary<RequestStatus, RequestStatus[]> Permitted = new()
    {
        [Received] = [AwaitingIdentity, AwaitingApproval, Running, Failed, Cancelled],
        [AwaitingIdentity] = [AwaitingApproval, Running, Failed, Cancelled],
        [AwaitingApproval] = [Running, Failed, Cancelled],
        [Running] = [AwaitingApproval, Completed, Failed, Cancelled],
        [Failed] = [Running],
        [Completed] = [Running],
        [Cancelled] = [],
    };

    public static bool Allow(RequestStatus from, RequestStatus to) => Permitted[from].Contains(to);

    /// <exception cref="InvalidOperationException">The move is not permitted.</exception>
    public static void Check(RequestStatus from, RequestStatus to)
    {
        if (!Allow(from, to))
            throw new InvalidOperationException($"A request cannot move from {from} to {to}.");
    }
}
