namespace Dxtra.Klaviyo.Client;

/// <summary>One of Klaviyo's limits in one account: how many calls it permits now, and when it permits the next.</summary>
internal sealed class QuotaBucket(string name, IReadOnlyList<RateLimit> specified, double share)
{
    /// <summary>A twentieth of the long windows is kept for calls that somebody waits for.</summary>
    private const int Reserve = 20;

    private static readonly TimeSpan LongWindow = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FarthestPromise = TimeSpan.FromMinutes(10);

    private readonly SlidingWindow[] _windows = [.. specified.Select(limit => new SlidingWindow(limit.Window))];
    private readonly int[] _calls = [.. specified.Select(limit => limit.Calls)];
    private readonly BackOff _backOff = new();
    private TimeSpan _promised;

    public string Name => name;

    public IReadOnlyList<RateLimit> Specified => specified;

    /// <summary>What this instance holds of a budget that it shares with others; null when it is alone.</summary>
    public QuotaBlock? Block { get; set; }

    /// <summary>What may be used of each window, before others of our own instances are thought of.</summary>
    public IReadOnlyList<RateLimit> Budget(TimeSpan now) =>
        [.. _windows.Select((window, index) => new RateLimit(Share(index, now), window.Length))];

    public int Free(TimeSpan now, bool planned)
    {
        if (now < _backOff.ClosedUntil)
            return 0;
        var free = Block?.Left(now) ?? int.MaxValue;
        for (var index = 0; index < _windows.Length; index++)
            free = Math.Min(free, Permitted(index, now, planned) - _windows[index].Used(now));
        return free;
    }

    public TimeSpan FreeAt(TimeSpan now, bool planned, int ahead)
    {
        var at = _backOff.ClosedUntil > now ? _backOff.ClosedUntil : now;
        for (var index = 0; index < _windows.Length; index++)
        {
            var free = _windows[index].FreeAt(now, Permitted(index, now, planned), ahead);
            at = free > at ? free : at;
        }

        return at;
    }

    /// <summary>
    /// When one who is sent away may come again: as soon as there is room, but one after the other as the limit lets them, so that
    /// those who wait for the same room do not all come at once.
    /// </summary>
    public TimeSpan Promise(TimeSpan now, TimeSpan free)
    {
        var apart = _windows.Select((window, index) => window.Length / Permitted(index, now, planned: true)).Max();
        var next = _promised + apart;
        return _promised = next < free || next > now + FarthestPromise ? free : next;
    }

    public void Begin()
    {
        Block?.Take();
        foreach (var window in _windows)
            window.Begin();
    }

    public void Answer(TimeSpan now)
    {
        foreach (var window in _windows)
            window.Answer(now);
    }

    public void Accepted(TimeSpan now, int? remaining)
    {
        _backOff.Accepted();
        if (remaining == 0)
            _backOff.Pause(now);
    }

    public void Refused(TimeSpan now, TimeSpan? retryAfter) =>
        _backOff.Refused(now, retryAfter, burst: 2 * _windows[0].Used(now) >= Permitted(0, now, planned: false));

    /// <summary>What Klaviyo says of the limits: less is believed at once, more only where it is known that the wire is right.</summary>
    public void Learn(IReadOnlyList<RateLimit> told)
    {
        for (var index = 0; index < _windows.Length; index++)
        {
            foreach (var limit in told.Where(limit => limit.Window == _windows[index].Length && limit.Calls > 0))
                _calls[index] = RateHeaders.IsTierL(told) ? limit.Calls : Math.Min(specified[index].Calls, limit.Calls);
        }
    }

    public void Absorb(QuotaBucket other, TimeSpan now)
    {
        for (var index = 0; index < _windows.Length; index++)
            _windows[index].Absorb(other._windows[index], now);
    }

    public bool IsIdle(TimeSpan now) =>
        now >= _backOff.ClosedUntil && _backOff.Factor(now) >= 1 && Array.TrueForAll(_windows, window => window.Used(now) == 0);

    private int Permitted(int index, TimeSpan now, bool planned)
    {
        var permitted = Share(index, now);
        if (index == 0 && Block is { } block)
            permitted = Math.Min(permitted, block.Burst);
        return planned && _windows[index].Length >= LongWindow ? permitted - (permitted / Reserve) : permitted;
    }

    /// <summary>A hair more than the product, since 0.7 × 10 is a hair less than 7.</summary>
    private int Share(int index, TimeSpan now) => Math.Max(1, (int)((_calls[index] * share * _backOff.Factor(now)) + 1e-9));
}
