namespace Dxtra.Klaviyo.Client;

/// <summary>Those who wait for the same buckets, in their order.</summary>
internal sealed class QuotaLine(IReadOnlyList<QuotaBucket> buckets)
{
    private readonly SortedSet<QuotaWaiter> _waiters = [];

    /// <summary>The operation's own first, the tightest last.</summary>
    public IReadOnlyList<QuotaBucket> Buckets => buckets;

    public QuotaWaiter? Head => _waiters.Min;

    public int Count => _waiters.Count;

    public void Add(QuotaWaiter waiter) => _waiters.Add(waiter);

    public bool Remove(QuotaWaiter waiter) => _waiters.Remove(waiter);

    public int CountBefore(QuotaOrder order) => _waiters.TakeWhile(waiter => waiter.Order.CompareTo(order) < 0).Count();

    /// <param name="now">The time.</param>
    /// <param name="planned">See <see cref="QuotaOrder.Planned"/>.</param>
    /// <param name="claimed">How many calls of a bucket are kept for others who go first.</param>
    public bool CanTake(TimeSpan now, bool planned, Dictionary<QuotaBucket, int> claimed)
    {
        foreach (var bucket in buckets)
        {
            if (bucket.Free(now, planned) - claimed.GetValueOrDefault(bucket) < 1)
                return false;
        }

        return true;
    }
}
