namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// How far a read has come that asked for an order. Klaviyo does not always keep to it: as soon as it did not, the read cannot be broken off
/// and is to be finished in one go.
/// </summary>
internal sealed class SyncReach(DateTimeOffset? since)
{
    private DateTimeOffset? _last;
    private bool _isOrdered = true;

    public void See(IEnumerable<DateTimeOffset?> times)
    {
        foreach (var time in times)
        {
            _isOrdered &= time is not null && !(time < _last);
            _last = time > _last || _last is null ? time : _last;
        }
    }

    /// <summary>From where to go on so that nothing is left out; null when that is no further than where it began.</summary>
    /// <param name="back">For a bound that is exclusive: what was read at the very end is asked for again.</param>
    public DateTimeOffset? After(TimeSpan back) =>
        _isOrdered && _last - back is { } next && (since is null || next > since) ? next : null;
}
