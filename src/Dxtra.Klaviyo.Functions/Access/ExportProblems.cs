using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Access;

internal static class ExportProblems
{
    public static Problem NoFormat(IReadOnlyList<string> available) => Problem.NotFound(
        ProblemTypes.ExportNotFound, "format", $"This request has no export in this format. Available: {string.Join(", ", available)}.");

    public static Problem NoSupplement(int supplements) => Problem.NotFound(ProblemTypes.ExportNotFound, "supplement", supplements == 0
        ? "This request has no supplements."
        : $"This request has no such supplement. Available: {string.Join(", ", Enumerable.Range(1, supplements))}.");

    public static Problem Expired(DateTimeOffset at) => new(StatusCodes.Status410Gone, ProblemTypes.ExportExpired,
        "The export has expired.",
        $"It could be downloaded until {at.UtcDateTime:yyyy-MM-dd HH:mm} UTC and is deleted. Post a new access request for the person to get a new one.");

    public static Problem NotReady(RequestStatus status) => Problem.Conflict(ProblemTypes.ExportNotReady,
        "There is no export.",
        status is RequestStatus.Failed or RequestStatus.Cancelled
            ? "The request ended without one."
            : "The request is not completed yet. Ask for the request to see how far it is.");
}
