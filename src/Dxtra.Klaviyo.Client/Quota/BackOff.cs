namespace Dxtra.Klaviyo.Client;

/// <summary>What a bucket makes of 429s: it closes for a while, and permits less for some minutes after that.</summary>
internal sealed class BackOff
{
    private const double Shrink = 0.75;
    private const double Least = 0.25;
    private const double RecoveryPerMinute = 0.05;

    /// <summary>Klaviyo says 0 or 1 whichever window is used up.</summary>
    private static readonly TimeSpan Floor = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private double _factor = 1;
    private TimeSpan _since;
    private bool _refusedLast;

    public TimeSpan ClosedUntil { get; private set; }

    /// <summary>What is permitted, as a part of the usual.</summary>
    public double Factor(TimeSpan now) => Math.Min(1, _factor + (RecoveryPerMinute * Math.Max(0, (now - _since) / Minute)));

    public void Accepted() => _refusedLast = false;

    /// <summary>Klaviyo says that this second is used up.</summary>
    public void Pause(TimeSpan now) => Close(now + Floor);

    /// <param name="now">When the answer came.</param>
    /// <param name="retryAfter">What Klaviyo asks for.</param>
    /// <param name="burst">Whether our own calls of the last second explain it.</param>
    public void Refused(TimeSpan now, TimeSpan? retryAfter, bool burst)
    {
        // Calls that were under way when the bucket closed tell nothing new.
        if (now < ClosedUntil)
            return;
        var wait = retryAfter > Floor ? retryAfter.Value : burst && !_refusedLast ? Floor : Minute;
        (_factor, _since, _refusedLast) = (Math.Max(Least, Factor(now) * Shrink), now + wait, true);
        Close(now + wait);
    }

    private void Close(TimeSpan until) => ClosedUntil = until > ClosedUntil ? until : ClosedUntil;
}
