using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Deletion;

internal static class DeletionProblems
{
    public static Problem ExecutionStarted { get; } = Problem.Conflict(ProblemTypes.ExecutionStarted,
        "The request cannot be cancelled any more.", "The deletion has begun, and what Klaviyo has deleted cannot be called back.");

    public static Problem NothingToRepeat { get; } = Problem.Conflict(ProblemTypes.NothingToRepeat,
        "There is nothing to delete again.", "Everything was confirmed, and nobody has seen the person since.");
}
