using Microsoft.DurableTask.Client;

namespace Dxtra.Functions.Embedded.Durable;

internal static class Starts
{
    /// <summary>
    /// Adds an instance, in place of one of the same id that has ended. False when there is one in the way: it has not ended,
    /// or ended in one of the <paramref name="blocking"/> statuses.
    /// </summary>
    public static bool TryAdd(
        SqliteSession session, Effects effects, InstanceRow instance, IReadOnlyCollection<OrchestrationRuntimeStatus>? blocking = null)
    {
        if (InstanceTable.Find(session, instance.Id) is { } existing)
        {
            if (!existing.HasEnded || blocking?.Contains(existing.Status) == true)
                return false;
            InstanceTable.Delete(session, existing);
        }

        InstanceTable.Insert(session, instance);
        effects.Changed.Add(instance.Id);
        if (instance.StartAt is { } due)
            effects.Wakes.Add((instance.Id, due));
        else
            effects.Ready.Add(instance.Id);
        return true;
    }
}
