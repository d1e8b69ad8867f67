namespace Dxtra.Functions.Embedded.Durable;

/// <summary>The orchestrator's code took another way than the one that history records.</summary>
internal sealed class NonDeterministicOrchestrationException(int taskId, string recorded, string now) : Exception(
    $"Non-deterministic workflow: step {taskId} was {recorded} when it was first run, and is {now} on replay. "
    + "An orchestrator must take the same steps from the same history: its code was changed under a running instance, or depends on something else.");
