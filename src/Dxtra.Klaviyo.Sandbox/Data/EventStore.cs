namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>All events, indexed so that the pages of one person or one metric are found without a scan.</summary>
internal sealed class EventStore
{
    private static readonly EventIndex Empty = new();
    private readonly Dictionary<string, Event> _byId = [];
    private readonly Dictionary<string, EventIndex> _byProfile = [];
    private readonly Dictionary<string, EventIndex> _byMetric = [];
    private readonly EventIndex _all = new();

    /// <summary>Raised when events have become part of the account; the seed's are there before anybody listens.</summary>
    public event Action<IReadOnlyCollection<Event>>? Arrived;

    public IReadOnlyList<Event> All => _all.Events;

    public Event? Find(string id) => _byId.GetValueOrDefault(id);

    public IReadOnlyList<Event> OfProfile(string profileId) => _byProfile.GetValueOrDefault(profileId, Empty).Events;

    public IReadOnlyList<Event> OfMetric(string metricId) => _byMetric.GetValueOrDefault(metricId, Empty).Events;

    public void Add(Event item)
    {
        _byId.Add(item.Id, item);
        _all.Add(item);
        if (item.ProfileId is not null)
            IndexOf(_byProfile, item.ProfileId).Add(item);
        if (item.MetricId is not null)
            IndexOf(_byMetric, item.MetricId).Add(item);
        Arrived?.Invoke([item]);
    }

    public void AddRange(IReadOnlyCollection<Event> items)
    {
        foreach (var item in items)
            _byId.Add(item.Id, item);
        _all.AddRange(items);
        foreach (var group in items.Where(item => item.ProfileId is not null).GroupBy(item => item.ProfileId!))
            IndexOf(_byProfile, group.Key).AddRange(group);
        foreach (var group in items.Where(item => item.MetricId is not null).GroupBy(item => item.MetricId!))
            IndexOf(_byMetric, group.Key).AddRange(group);
        Arrived?.Invoke(items);
    }

    /// <summary>Makes all events of one profile another's.</summary>
    public void Move(string fromProfileId, string toProfileId)
    {
        if (!_byProfile.Remove(fromProfileId, out var moved))
            return;
        foreach (var item in moved.Events)
            item.ProfileId = toProfileId;
        IndexOf(_byProfile, toProfileId).AddRange(moved.Events);
    }

    /// <summary>Leaves all events of a profile to nobody.</summary>
    public void Orphan(string profileId)
    {
        if (!_byProfile.Remove(profileId, out var left))
            return;
        foreach (var item in left.Events)
            item.ProfileId = null;
    }

    private static EventIndex IndexOf(Dictionary<string, EventIndex> indexes, string key)
    {
        if (!indexes.TryGetValue(key, out var index))
            indexes[key] = index = new EventIndex();
        return index;
    }
}
