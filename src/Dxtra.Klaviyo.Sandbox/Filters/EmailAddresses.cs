namespace Dxtra.Klaviyo.Sandbox.Filters;

/// <summary>The addresses of a person, as the value of a field that a filter looks at.</summary>
/// <param name="Primary">The one that attributes show.</param>
/// <param name="Secondary">Further ones, which filters see by a quirk alone.</param>
internal sealed record EmailAddresses(string? Primary, IReadOnlyList<string> Secondary)
{
    public IEnumerable<string> Seen(FilterQuirks quirks) =>
        (quirks.SecondaryEmailsMatch ? Secondary.Prepend(Primary) : [Primary]).OfType<string>();
}
