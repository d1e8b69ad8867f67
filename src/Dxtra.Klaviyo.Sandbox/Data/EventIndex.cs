namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>Events by time, ties by id: the order in which the API pages through them.</summary>
internal sealed class EventIndex : IComparer<Event>
{
    private readonly List<Event> _events = [];

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

    /// <summary>Cheaper than one by one: sorts once.</summary>
    public void AddRange(IEnumerable<Event> items)
    {
        _events.AddRange(items);
        _events.Sort(this);
    }
}
