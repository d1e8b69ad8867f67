using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

internal static class ExportProblems
{
    public static Problem NoFormat(IReadOnlyList<string> available) => Problem.NotFound(
        ProblemTypes.ExportNotFound, "format", $"This request has no export in this format. Available: {string.Join(", ", available)}.");

    public static Problem NotReady(RequestStatus status) => Problem.Conflict(ProblemTypes.ExportNotReady,
        "There is no export.",
        status is RequestStatus.Failed or RequestStatus.Cancelled
            ? "The request ended without one."
            : "The request is not completed yet. Ask for the request to see how far it is.");
}
