using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Deletion;

internal static class ExecuteProblems
{
    public static Problem ApprovalMissing { get; } = Problem.Conflict(ProblemTypes.ApprovalMissing,
        "The preview is not approved.", "It is approved with POST …/approve.");

    public static Problem SecondApprovalMissing { get; } = Problem.Conflict(ProblemTypes.SecondApprovalMissing,
        "A second approval is missing.", "This preview takes the approval of two people. Somebody else approves it with POST …/approve.");
}
