using Microsoft.DurableTask;

namespace Dxtra.Functions.Embedded.Durable;

/// <summary>Failures as the official host hands them on (functions-api.md, durable table), which is not much.</summary>
internal static class Failures
{
    private const string UnknownType = "(unknown)";

    public static TaskFailureDetails Unknown(string? message) => new(UnknownType, message ?? UnknownType, null, null, null);

    /// <summary>Of an activity: type and inner exceptions do not get through, and the message is wrapped.</summary>
    public static TaskFailureDetails OfActivity(Exception exception) =>
        new(UnknownType, $"One or more errors occurred. ({exception.Message})", exception.StackTrace, null, null);

    public static TaskFailureDetails UnknownFunction(FunctionCatalog catalog, TriggerKind kind, string name)
    {
        var known = catalog.Functions.Where(function => function.Kind == kind).Select(function => $"'{function.Name}'").Order();
        var what = kind == TriggerKind.Activity ? "activity" : "orchestrator";
        return Unknown($"There is no {what} function '{name}'. Known {what} functions: {string.Join(", ", known)}.");
    }

    public static HistoryEvent Message(int taskId, string name, TaskFailureDetails details, DateTime at) =>
        new(EventKind.TaskFailed, taskId, name, DurableJson.Write(details), at);
}
