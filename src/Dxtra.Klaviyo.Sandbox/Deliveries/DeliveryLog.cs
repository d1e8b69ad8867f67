namespace Dxtra.Klaviyo.Sandbox.Deliveries;

/// <summary>The deliveries made, the latest with the bytes that were sent. Used while the data's gate is held.</summary>
internal sealed class DeliveryLog
{
    private const int MostKept = 10_000;
    private const int MostBodies = 100;
    private readonly List<Delivery> _deliveries = [];

    /// <summary>Events that were let fall on purpose.</summary>
    public int Dropped { get; set; }

    /// <summary>In the order in which they were sent first.</summary>
    public IReadOnlyList<Delivery> All => _deliveries;

    public Delivery? Find(string id) => _deliveries.Find(delivery => delivery.Id == id);

    public void Add(Delivery delivery)
    {
        _deliveries.Add(delivery);
        if (_deliveries.Count > MostBodies && _deliveries[^(MostBodies + 1)] is { State: not DeliveryState.Waiting } old)
            old.LastCall = null;
        if (_deliveries.Count > MostKept)
            _deliveries.RemoveAt(0);
    }

    /// <summary>Forgets what has come to an end.</summary>
    public void Clear()
    {
        _deliveries.RemoveAll(delivery => delivery.State != DeliveryState.Waiting);
        Dropped = 0;
    }
}
