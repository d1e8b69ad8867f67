namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What there is to do for an order, as things are now. Clear identifiers: never in an orchestration or a log.</summary>
/// <param name="Channels">The order's channels; those that need nothing, or cannot be done, are settled.</param>
/// <param name="Calls">What is to be sent for the others.</param>
/// <param name="Profiles">The ids of the profiles that are meant; none when one is to be made.</param>
internal sealed record ConsentPlan(IReadOnlyList<OrderedConsent> Channels, IReadOnlyList<ConsentCall> Calls, IReadOnlyList<PersonProfile> Profiles)
{
    public override string ToString() => "(plan)";
}
