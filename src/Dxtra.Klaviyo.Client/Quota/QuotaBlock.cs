namespace Dxtra.Klaviyo.Client;

/// <summary>A block of calls that this instance leased from a budget which several instances share. What is not used in time is lost.</summary>
internal sealed class QuotaBlock
{
    private int _left;
    private int _size;
    private TimeSpan _until;
    private TimeSpan _askAgainAt;
    private bool _asking;

    /// <summary>Calls a second.</summary>
    public int Burst { get; private set; } = 1;

    public int Left(TimeSpan now) => now < _until ? _left : 0;

    public void Take() => _left--;

    /// <summary>Whether it is time to ask for calls.</summary>
    public bool IsWanting(TimeSpan now) => !_asking && Left(now) <= 0 && now >= _askAgainAt;

    /// <summary>When it will be time to ask; null while an answer is waited for.</summary>
    public TimeSpan? AskAt => _asking ? null : _askAgainAt;

    /// <summary>How many to ask for: what is waited for, or twice the block that was used up before its time.</summary>
    public int Ask(TimeSpan now, int waiting)
    {
        _asking = true;
        return _size > 0 && _left <= 0 && now < _until ? Math.Max(waiting, 2 * _size) : waiting;
    }

    public void Granted(QuotaLease lease, TimeSpan asked)
    {
        _asking = false;
        if (lease.Calls > 0)
            (_left, _size, Burst, _until, _askAgainAt) = (lease.Calls, lease.Calls, lease.Burst, asked + lease.Time, asked);
        else
            (_left, _size, _askAgainAt) = (0, 0, asked + lease.Time);
    }
}
