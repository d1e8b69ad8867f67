using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;

namespace Dxtra.Functions.Embedded.Durable;

/// <summary>Sets going what an orchestrator's code asked for, in the transaction that records that it did.</summary>
internal static class Steps
{
    public static void Start(SqliteSession session, Effects effects, InstanceRow owner, Step step, DateTime now)
    {
        switch (step.Kind)
        {
            case EventKind.ActivityScheduled:
                AddActivity(session, effects, owner, step);
                break;
            case EventKind.ChildScheduled:
                AddChild(session, effects, owner, step, now);
                break;
            case EventKind.TimerCreated when !step.Cancelled:
                session.Execute(
                    "insert into timers(execution, task, instance, due) values($1, $2, $3, $4)",
                    owner.Execution, step.TaskId, owner.Id, step.Due);
                effects.Wakes.Add((owner.Id, step.Due!.Value));
                break;
            case EventKind.EventSent:
                Inbox.Send(session, effects, step.Target!, null, new(EventKind.EventRaised, -1, step.Name, step.Input, now));
                break;
        }
    }

    private static void AddActivity(SqliteSession session, Effects effects, InstanceRow owner, Step step)
    {
        session.Execute(
            "insert into activities(instance, execution, task, name, input) values($1, $2, $3, $4, $5)",
            owner.Id, owner.Execution, step.TaskId, step.Name, step.Input);
        var id = session.Scalar("select last_insert_rowid()");
        effects.Activities.Add(new(id, owner.Id, owner.Execution, step.TaskId, step.Name, step.Input));
    }

    private static void AddChild(SqliteSession session, Effects effects, InstanceRow owner, Step step, DateTime now)
    {
        var child = new InstanceRow(step.Target!, InstanceRow.NewExecution(), step.Name)
        {
            Created = now,
            Updated = now,
            Input = step.Input,
            Tags = step.Tags,
            Parent = new(owner.Id, owner.Name, owner.Execution, step.TaskId),
        };
        if (Starts.TryAdd(session, effects, child))
            return;
        var details = TaskFailureDetails.FromException(
            new OrchestrationAlreadyExistsException($"An orchestration with the id '{child.Id}' exists and has not ended."));
        Inbox.Send(session, effects, owner.Id, owner.Execution, Failures.Message(step.TaskId, step.Name, details, now));
    }
}
