using System.Collections;
using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Resources.Events;

/// <summary>A stretch of sorted events, without copying them.</summary>
internal sealed class EventRange(IReadOnlyList<Event> events, int start, int count) : IReadOnlyList<Event>
{
    public int Count => count;

    public Event this[int index] => events[start + index];

    /// <summary>
    /// The stretch from the first event that satisfies <paramref name="fromHere"/> to the last that satisfies <paramref name="untilHere"/>.
    /// </summary>
    public static EventRange Between(IReadOnlyList<Event> events, Func<Event, bool> fromHere, Func<Event, bool> untilHere)
    {
        var start = FirstIndex(events, fromHere);
        var end = FirstIndex(events, item => !untilHere(item));
        return new EventRange(events, start, Math.Max(0, end - start));
    }

    public IEnumerator<Event> GetEnumerator()
    {
        for (var i = 0; i < count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Binary search for where a condition, once true, stays true.</summary>
    private static int FirstIndex(IReadOnlyList<Event> events, Func<Event, bool> condition)
    {
        var (low, high) = (0, events.Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (condition(events[middle]))
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
