namespace Dxtra.Klaviyo.Sandbox.Deliveries;

/// <summary>The settings, and whose turn it is to go astray. Used while the data's gate is held.</summary>
internal sealed class DeliveryPlan
{
    private int _seen;

    public DeliverySettings Settings { get; private set; } = new();

    /// <summary>Counting begins anew.</summary>
    /// <exception cref="ArgumentException">They make no sense; all stays as it was.</exception>
    public void Set(DeliverySettings settings)
    {
        settings.Check();
        Settings = settings;
        _seen = 0;
    }

    /// <returns>How long after it happened the next event goes out, once, twice or never.</returns>
    public IReadOnlyList<TimeSpan> NextDepartures()
    {
        _seen++;
        if (IsTurn(Settings.DropEvery))
            return [];
        var departure = IsTurn(Settings.DelayEvery) ? Settings.Delay : TimeSpan.Zero;
        // The repeat leaves when what is being collected has left.
        return IsTurn(Settings.RepeatEvery) ? [departure, departure + (2 * Settings.Collect)] : [departure];
    }

    private bool IsTurn(int every) => every > 0 && _seen % every == 0;
}
