using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

internal static class CertificateProblems
{
    public static Problem NotThere(RequestStatus status) => Problem.Conflict(ProblemTypes.CertificateNotReady,
        "There is no certificate.",
        status is RequestStatus.Completed or RequestStatus.Failed or RequestStatus.Cancelled
            ? "The request ended without one, for nothing was carried out."
            : "The request is not completed yet. Ask for the request to see how far it is.");
}
