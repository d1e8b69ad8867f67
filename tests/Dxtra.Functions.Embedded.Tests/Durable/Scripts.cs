using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Dxtra.Functions.Embedded.Tests.Durable;

/// <summary>Orchestrator and activity code that a test hands in.</summary>
internal sealed class Scripts
{
    public Func<TaskOrchestrationContext, Task<object?>> Main { get; set; } = _ => throw new NotSupportedException("No main orchestrator.");

    public Func<TaskOrchestrationContext, Task<object?>> Child { get; set; } = _ => throw new NotSupportedException("No child orchestrator.");

    public Func<string?, Task<object?>> Work { get; set; } = input => Task.FromResult<object?>(input);
}

internal sealed class ScriptedFunctions(Scripts scripts)
{
    [Function("Main")]
    public Task<object?> MainAsync([OrchestrationTrigger] TaskOrchestrationContext context) => scripts.Main(context);

    [Function("Child")]
    public Task<object?> ChildAsync([OrchestrationTrigger] TaskOrchestrationContext context) => scripts.Child(context);

    [Function("Work")]
    public Task<object?> WorkAsync([ActivityTrigger] string? input) => scripts.Work(input);
}
