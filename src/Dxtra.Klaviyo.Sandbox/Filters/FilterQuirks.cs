namespace Dxtra.Klaviyo.Sandbox.Filters;

/// <summary>Deviations that one observer or another reported of the real API's filters. Off unless switched on.</summary>
internal sealed record FilterQuirks
{
    /// <summary><c>greater-than</c> also returns rows equal to the bound.</summary>
    public bool GreaterThanIncludesEqual { get; init; }

    /// <summary>A datetime bound less than five seconds old, or ahead of now, is refused with 400.</summary>
    public bool RecentBoundsRefused { get; init; }

    /// <summary>E-mail addresses are found whatever their case. Whether Klaviyo does so is not documented.</summary>
    public bool EmailIgnoresCase { get; init; }

    /// <summary>Filters on an address also find who has it as a further one. Whether Klaviyo's do is not documented.</summary>
    public bool SecondaryEmailsMatch { get; init; }
}
