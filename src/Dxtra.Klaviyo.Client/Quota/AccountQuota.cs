namespace Dxtra.Klaviyo.Client;

/// <summary>The limits of one account and those who wait for them. Nobody waits inside: what can be admitted is, a timer looks again.</summary>
internal sealed partial class AccountQuota : IDisposable
{
    /// <summary>By then a request has arrived, whether it is answered or not.</summary>
    private static readonly TimeSpan LongestJourney = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly long _origin;
    private readonly double _share;
    private readonly IQuotaLeases? _leases;
    private readonly Dictionary<string, QuotaBucket> _buckets = [];
    private readonly Dictionary<string, QuotaLine> _lines = [];
    private readonly Queue<QuotaPass> _underWay = new();
    private readonly ITimer _timer;
    private string _name;
    private bool _retired;

    /// <param name="name">Klaviyo's id of the account, or what stands for a key.</param>
    /// <param name="share">The part of each limit that is used.</param>
    /// <param name="time">The clock.</param>
    /// <param name="origin">A time stamp of the clock, the same for all accounts.</param>
    /// <param name="leases">Null when this instance is alone.</param>
    public AccountQuota(string name, double share, TimeProvider time, long origin, IQuotaLeases? leases)
    {
        (_name, _share, _time, _origin, _leases) = (name, share, time, origin, leases);
        _timer = time.CreateTimer(static state => ((AccountQuota)state!).LookAgain(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Puts a call in its line, where it may be admitted at once; null when this account was put away meanwhile.</summary>
    public QuotaEntry? Enter(QuotaRoute route, QuotaOrder order, TimeSpan longestWait)
    {
        lock (_gate)
        {
            if (_retired)
                return null;
            var now = Now();
            var waiter = new QuotaWaiter(LineOf(route), order);
            waiter.Line.Add(waiter);
            Serve(now);
            if (waiter.Pass is not null || FreeAt(waiter.Line, order, now) is var free && free - now <= longestWait)
                return new(waiter, null);
            waiter.Line.Remove(waiter);
            return new(waiter, Promise(waiter.Line, now, free) - now);
        }
    }

    /// <summary>Takes a call out of its line; null when it was admitted meanwhile. Otherwise how long it would have to wait yet.</summary>
    public TimeSpan? Leave(QuotaWaiter waiter)
    {
        lock (_gate)
        {
            if (!waiter.Line.Remove(waiter))
                return null;
            var now = Now();
            Serve(now);
            return Promise(waiter.Line, now, FreeAt(waiter.Line, waiter.Order, now)) - now;
        }
    }

    public TimeSpan WouldWait(QuotaRoute route, QuotaOrder order)
    {
        lock (_gate)
        {
            var now = Now();
            return FreeAt(LineOf(route), order, now) - now;
        }
    }

    /// <summary>The call has arrived; with an answer, that is learnt from. More than once is no harm.</summary>
    public void Answer(QuotaPass pass, HttpResponseMessage? response)
    {
        lock (_gate)
        {
            var now = Now();
            End(pass, now);
            if (response is not null)
                Learn(pass, QuotaAnswer.Of(response, _time.GetUtcNow()), now);
            Serve(now);
        }
    }

    public void Dispose() => _timer.Dispose();

    private static void Learn(QuotaPass pass, QuotaAnswer answer, TimeSpan now)
    {
        if (answer.Throttled)
        {
            pass.Buckets[^1].Refused(now, answer.RetryAfter);
            return;
        }

        pass.Buckets[0].Learn(answer.Limits);
        foreach (var bucket in pass.Buckets)
            bucket.Accepted(now, bucket == pass.Buckets[0] ? answer.Remaining : null);
    }

    /// <summary>When there is room in every bucket after those who go first, whichever line they stand in.</summary>
    private TimeSpan FreeAt(QuotaLine line, QuotaOrder order, TimeSpan now) => line.Buckets.Max(bucket => bucket.FreeAt(
        now, order.Planned, _lines.Values.Where(other => other.Count > 0 && other.Buckets.Contains(bucket)).Sum(other => other.CountBefore(order))));

    private static TimeSpan Promise(QuotaLine line, TimeSpan now, TimeSpan free) => line.Buckets.Max(bucket => bucket.Promise(now, free));

    private static void End(QuotaPass pass, TimeSpan now)
    {
        if (pass.IsOver)
            return;
        pass.IsOver = true;
        foreach (var bucket in pass.Buckets)
            bucket.Answer(now);
    }

    private QuotaLine LineOf(QuotaRoute route)
    {
        if (!_lines.TryGetValue(route.Key, out var line))
            _lines[route.Key] = line = new([.. route.Buckets.Select(BucketOf)]);
        return line;
    }

    private QuotaBucket BucketOf(QuotaRoute.Bucket bucket)
    {
        if (!_buckets.TryGetValue(bucket.Name, out var known))
            _buckets[bucket.Name] = known = new(bucket.Name, bucket.Limits, _share) { Block = NewBlock() };
        return known;
    }

    private TimeSpan Now() => _time.GetElapsedTime(_origin);
}
