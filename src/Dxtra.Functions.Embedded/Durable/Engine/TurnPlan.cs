using Microsoft.DurableTask.Client;

namespace Dxtra.Functions.Embedded.Durable;

/// <summary>Which messages a turn delivers. Those for a suspended instance, or one whose time has not come, stay where they are.</summary>
internal sealed class TurnPlan
{
    private readonly List<InboxMessage> _deliver = [];
    private readonly List<long> _consumed = [];
    private readonly bool _begun;
    private readonly bool _early;

    private TurnPlan(InstanceRow instance, bool begun, DateTime now)
    {
        _begun = begun;
        _early = !begun && instance.StartAt > now;
        Suspended = instance.Status == OrchestrationRuntimeStatus.Suspended;
        Reason = Suspended ? instance.Output : null;
        Begins = !begun && !Held;
    }

    /// <summary>Ends the instance, whatever else there is.</summary>
    public HistoryEvent? Terminate { get; private set; }

    /// <summary>The function is called for the first time in this execution.</summary>
    public bool Begins { get; private set; }

    /// <summary>How the instance stands after the turn if it goes on.</summary>
    public OrchestrationRuntimeStatus Status =>
        Suspended ? OrchestrationRuntimeStatus.Suspended
        : _begun || Begins ? OrchestrationRuntimeStatus.Running
        : OrchestrationRuntimeStatus.Pending;

    /// <summary>Why it is suspended.</summary>
    public string? Reason { get; private set; }

    public IReadOnlyList<InboxMessage> Deliver => _deliver;

    /// <summary>Messages for the engine.</summary>
    public IReadOnlyList<long> Consumed => _consumed;

    public bool RunsCode => Begins || _deliver.Count > 0;

    public bool HasWork => RunsCode || _consumed.Count > 0;

    private bool Suspended { get; set; }

    private bool Held => Suspended || _early;

    public static TurnPlan For(InstanceRow instance, bool begun, IEnumerable<InboxMessage> messages, DateTime now)
    {
        var plan = new TurnPlan(instance, begun, now);
        var held = new List<InboxMessage>();
        foreach (var message in messages)
        {
            if (message.Event.Kind >= EventKind.Suspend)
                plan.Obey(message, held);
            else
                (plan.Held ? held : plan._deliver).Add(message);
        }

        return plan;
    }

    private void Obey(InboxMessage message, List<InboxMessage> held)
    {
        _consumed.Add(message.Id!.Value);
        switch (message.Event.Kind)
        {
            case EventKind.Suspend:
                Suspended = true;
                Reason = message.Event.Data;
                break;
            case EventKind.Resume:
                Suspended = false;
                Reason = null;
                Release(held);
                break;
            default:
                Terminate = message.Event;
                break;
        }
    }

    private void Release(List<InboxMessage> held)
    {
        if (Held)
            return;
        Begins = !_begun;
        _deliver.AddRange(held);
        held.Clear();
    }
}
