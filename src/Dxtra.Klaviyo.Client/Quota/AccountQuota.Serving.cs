namespace Dxtra.Klaviyo.Client;

/// <content>Who is admitted, and when to look again. All of it inside the gate.</content>
internal sealed partial class AccountQuota
{
    private void LookAgain()
    {
        lock (_gate)
        {
            if (!_retired)
                Serve(Now());
        }
    }

    /// <summary>
    /// Admits by order over all lines. One who cannot go yet stops the line behind, and keeps one call of each of the buckets wanted, so
    /// that others of another line cannot take it away time and again.
    /// </summary>
    private void Serve(TimeSpan now)
    {
        while (_underWay.TryPeek(out var pass) && (pass.IsOver || pass.Admitted + LongestJourney <= now))
            End(_underWay.Dequeue(), now);

        var claimed = new Dictionary<QuotaBucket, int>();
        var stopped = new List<QuotaLine>();
        var next = TimeSpan.MaxValue;
        while (First(stopped) is { } first)
        {
            if (first.Line.CanTake(now, first.Order.Planned, claimed))
            {
                Admit(first, now);
                continue;
            }

            stopped.Add(first.Line);
            next = Earlier(next, now, first.Line.Buckets.Max(bucket => bucket.FreeAt(now, first.Order.Planned, claimed.GetValueOrDefault(bucket))));
            foreach (var bucket in first.Line.Buckets)
                claimed[bucket] = claimed.GetValueOrDefault(bucket) + 1;
        }

        if (stopped.Count > 0)
        {
            Lease(stopped, now);
            Arm(stopped, next, now);
        }
    }

    private QuotaWaiter? First(List<QuotaLine> stopped)
    {
        QuotaWaiter? first = null;
        foreach (var line in _lines.Values)
        {
            if (line.Head is { } head && !stopped.Contains(line) && (first is null || head.CompareTo(first) < 0))
                first = head;
        }

        return first;
    }

    private void Admit(QuotaWaiter waiter, TimeSpan now)
    {
        var pass = new QuotaPass(this, waiter.Line.Buckets, now);
        waiter.Line.Remove(waiter);
        foreach (var bucket in pass.Buckets)
            bucket.Begin();
        _underWay.Enqueue(pass);
        waiter.Admit(pass);
    }

    /// <summary>Looks again when the first of them may go on, when it is time to ask for more calls, or when a call has surely arrived.</summary>
    private void Arm(List<QuotaLine> stopped, TimeSpan next, TimeSpan now)
    {
        if (_underWay.TryPeek(out var oldest))
            next = Earlier(next, now, oldest.Admitted + LongestJourney);
        foreach (var bucket in stopped.SelectMany(line => line.Buckets))
            next = Earlier(next, now, bucket.Block?.AskAt ?? TimeSpan.MaxValue);
        if (next < TimeSpan.MaxValue)
            _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling((next - now).TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }

    private static TimeSpan Earlier(TimeSpan next, TimeSpan now, TimeSpan time) => time > now && time < next ? time : next;
}
