using System.Reflection;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Dxtra.Functions.Embedded.Durable;

/// <summary>Takes one turn of one instance: load, run, store.</summary>
internal sealed partial class TurnRunner(
    FunctionCatalog catalog,
    FunctionInvoker invoker,
    DurableStore store,
    WorkBoard board,
    ILoggerFactory loggers,
    ILogger<TurnRunner> logger)
{
    public async Task RunAsync(string instanceId, CancellationToken stopping)
    {
        if (store.Read(session => TurnState.Load(session, instanceId, store.Now, board)) is not { } turn)
            return;
        if (await TakeAsync(turn, stopping) is not { } outcome)
            return;

        await store.WriteSurelyAsync(
            (session, effects) => TurnCommit.Apply(session, effects, turn, outcome),
            failure => Log.NotStored(logger, instanceId, failure),
            stopping);
        if (outcome.Status == OrchestrationRuntimeStatus.Failed)
            Log.Failed(logger, turn.Instance.Name, instanceId, outcome.Failure?.ErrorType);
    }

    private async Task<TurnOutcome?> TakeAsync(TurnState turn, CancellationToken stopping)
    {
        var plan = turn.Plan;
        if (plan.Terminate is { } order)
        {
            return new(turn.Now, OrchestrationRuntimeStatus.Terminated)
            {
                Output = order.Data,
                EndsChildren = order.Kind == EventKind.TerminateTree,
            };
        }

        return plan.RunsCode
            ? await CallAsync(turn, stopping)
            : new(turn.Now, plan.Status) { Output = plan.Reason, Consumed = plan.Consumed };
    }

    private async Task<TurnOutcome?> CallAsync(TurnState turn, CancellationToken stopping)
    {
        if (catalog.Find(TriggerKind.Orchestration, turn.Instance.Name) is not { } function)
        {
            var unknown = Failures.UnknownFunction(catalog, TriggerKind.Orchestration, turn.Instance.Name);
            return TurnOutcome.Failed(turn, unknown, unknown.ErrorMessage);
        }

        TurnOutcome? outcome = null;
        try
        {
            await invoker.InvokeAsync(
                function,
                context =>
                {
                    var run = new OrchestrationRun(
                        turn, loggers, replay => invoker.CallAsync(function, context, parameter => Bind(parameter, replay)));
                    outcome = run.Execute();
                    // The middleware around may want to see what failed.
                    return outcome.Status == OrchestrationRuntimeStatus.Failed ? Task.FromException(run.Failure!) : Task.CompletedTask;
                },
                stopping);
            return outcome ?? TurnOutcome.Failed(turn, new InvalidOperationException("A worker middleware did not call the orchestrator."));
        }
        catch (Exception e) when (outcome is not null || !stopping.IsCancellationRequested)
        {
            return outcome ?? TurnOutcome.Failed(turn, e);
        }
        catch (OperationCanceledException)
        {
            // The process is stopping; the turn is taken after the next start.
            return null;
        }
    }

    private static object? Bind(ParameterInfo parameter, ReplayContext context) =>
        parameter.ParameterType == typeof(TaskOrchestrationContext) ? context : context.GetInput(parameter.ParameterType);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Orchestration {Name} {InstanceId} failed ({ErrorType})")]
        public static partial void Failed(ILogger logger, string name, string instanceId, string? errorType);

        [LoggerMessage(2, LogLevel.Error, "A turn of orchestration {InstanceId} could not be stored; it is tried again")]
        public static partial void NotStored(ILogger logger, string instanceId, Exception failure);
    }
}
