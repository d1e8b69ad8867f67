using System.Reflection;
using Microsoft.Extensions.Logging;

namespace Dxtra.Functions.Embedded.Durable;

/// <summary>Runs one activity and stores what it gave: the task's row goes and the message to the orchestration comes, in one transaction.</summary>
internal sealed partial class ActivityRunner(
    FunctionCatalog catalog, FunctionInvoker invoker, DurableStore store, ILogger<ActivityRunner> logger)
{
    public async Task RunAsync(ActivityTask task, CancellationToken stopping)
    {
        // An orchestration that has been terminated takes the work that waits with it.
        if (!store.Read(session => IsWanted(session, task)) || await CallAsync(task, stopping) is not { } message)
            return;
        await store.WriteSurelyAsync(
            (session, effects) => Complete(session, effects, task, message),
            failure => Log.NotStored(logger, task.Name, task.InstanceId, failure),
            stopping);
    }

    private static bool IsWanted(SqliteSession session, ActivityTask task) =>
        session.Scalar("select count(*) from activities where id = $1", task.Id) == 1;

    private static void Complete(SqliteSession session, Effects effects, ActivityTask task, HistoryEvent message)
    {
        // No row: the orchestration has ended meanwhile.
        if (session.Execute("delete from activities where id = $1", task.Id) == 1)
            Inbox.Send(session, effects, task.InstanceId, task.Execution, message);
    }

    private async Task<HistoryEvent?> CallAsync(ActivityTask task, CancellationToken stopping)
    {
        if (catalog.Find(TriggerKind.Activity, task.Name) is not { } function)
            return Failures.Message(task.TaskId, task.Name, Failures.UnknownFunction(catalog, TriggerKind.Activity, task.Name), store.Now);
        try
        {
            object? result = null;
            await invoker.InvokeAsync(
                function,
                async context => result = await invoker.CallAsync(function, context, parameter => Bind(parameter, function, task)),
                stopping);
            return new(EventKind.TaskCompleted, task.TaskId, task.Name, DurableJson.Write(result), store.Now);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            Log.Failed(logger, task.Name, task.InstanceId, e.GetType());
            Log.FailedWith(logger, task.Name, task.InstanceId, e);
            return Failures.Message(task.TaskId, task.Name, Failures.OfActivity(e), store.Now);
        }
        catch (Exception e)
        {
            // The process is stopping, which may be why it failed; the activity runs again after the next start.
            Log.FailedWith(logger, task.Name, task.InstanceId, e);
            return null;
        }
    }

    private static object? Bind(ParameterInfo parameter, FunctionDescriptor function, ActivityTask task) =>
        parameter == function.TriggerParameter ? DurableJson.Read(task.Input, parameter.ParameterType)
        : parameter.ParameterType == typeof(string) && string.Equals(parameter.Name, "instanceId", StringComparison.OrdinalIgnoreCase)
            ? task.InstanceId
            : throw new InvalidOperationException($"Activity '{function.Name}': nothing can be bound to its parameter '{parameter.Name}'.");

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Activity {Name} of orchestration {InstanceId} failed ({ExceptionType})")]
        public static partial void Failed(ILogger logger, string name, string instanceId, Type exceptionType);

        [LoggerMessage(2, LogLevel.Debug, "Activity {Name} of orchestration {InstanceId} threw")]
        public static partial void FailedWith(ILogger logger, string name, string instanceId, Exception exception);

        [LoggerMessage(3, LogLevel.Error, "The result of activity {Name} of orchestration {InstanceId} could not be stored; it is tried again")]
        public static partial void NotStored(ILogger logger, string name, string instanceId, Exception failure);
    }
}
