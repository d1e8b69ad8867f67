namespace Dxtra.Klaviyo.Client;

/// <summary>
/// The calls of one window's length. A call arrives at Klaviyo some time between its admission and its answer, so it counts from the
/// one until a window's length after the other. Then no window of Klaviyo's holds more than we permit, wherever it begins and
/// however long calls travel.
/// </summary>
internal sealed class SlidingWindow(TimeSpan length)
{
    /// <summary>Clocks differ a little in how fast they go.</summary>
    private static readonly TimeSpan Guard = TimeSpan.FromMilliseconds(25);

    private readonly Queue<TimeSpan> _answered = new();
    private int _underWay;

    public TimeSpan Length => length;

    public int Used(TimeSpan now)
    {
        while (_answered.TryPeek(out var answered) && End(answered) <= now)
            _answered.Dequeue();
        return _underWay + _answered.Count;
    }

    public void Begin() => _underWay++;

    public void Answer(TimeSpan now)
    {
        _underWay--;
        _answered.Enqueue(now);
    }

    /// <summary>When there is room for one more call after <paramref name="ahead"/> others. A guess where calls are under way.</summary>
    public TimeSpan FreeAt(TimeSpan now, int permitted, int ahead)
    {
        var used = Used(now);
        var place = used + ahead - permitted;
        var wait = TimeSpan.Zero;
        for (; place >= used; place -= permitted)
            wait += length + Guard;
        return wait + (place < 0 ? now : place < _answered.Count ? End(_answered.ElementAt(place)) : End(now));
    }

    /// <summary>Counts calls that were made elsewhere.</summary>
    public void Absorb(SlidingWindow other, TimeSpan now)
    {
        var all = _answered.Concat(other._answered).Concat(Enumerable.Repeat(now, other._underWay)).Order().ToList();
        _answered.Clear();
        foreach (var answered in all)
            _answered.Enqueue(answered);
    }

    private TimeSpan End(TimeSpan answered) => answered + length + Guard;
}
