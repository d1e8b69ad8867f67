namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>Events by time, ties by id: the order in which the API pages through them.</summary>
internal sealed class EventIndex : IComparer<Event>
{
    private List<Event> _events = [];

    public IReadOnlyList<Event> Events => _events;

    public int Compare(Event? x, Event? y)
    {
        var byTime = x!.Timestamp.CompareTo(y!.Timestamp);
        return byTime != 0 ? byTime : string.CompareOrdinal(x.Id, y.Id);
    }

    public void Add(Event item)
    {
        var place = _events.BinarySearch(item, this);
        _events.Insert(place < 0 ? ~place : place, item);
    }

    /// <summary>Cheaper than one by one: one walk through what is there.</summary>
    public void AddRange(IEnumerable<Event> items)
    {
        var sorted = items.Order(this).ToList();
        var merged = new List<Event>(_events.Count + sorted.Count);
        var place = 0;
        foreach (var item in sorted)
        {
            while (place < _events.Count && Compare(_events[place], item) <= 0)
                merged.Add(_events[place++]);
            merged.Add(item);
        }

        merged.AddRange(_events.Skip(place));
        _events = merged;
    }
}
