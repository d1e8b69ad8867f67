using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Accounts;

internal static class ProcessorProblems
{
    public static Problem NotFound { get; } =
        Problem.NotFound(ProblemTypes.ProcessorNotFound, "processorId", "This controller has no processor with this id.");

    public static Problem NotActive(ProcessorStatus status) => Problem.Conflict(ProblemTypes.ProcessorNotActive,
        "The processor is not active.",
        status == ProcessorStatus.PendingConfirmation ? "Confirm it first (POST …/confirm)." : "It was disconnected. Connect the account again.");
}
