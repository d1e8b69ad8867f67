namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>One change that is to be sent for one channel of one profile.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="ProfileId">The profile; null for one that Klaviyo is to make.</param>
/// <param name="Identifier">The address or number that it goes by; empty for leaving a list, which goes by the id.</param>
internal sealed record ConsentCall(OrderedConsent Channel, string? ProfileId, string Identifier)
{
    public override string ToString() => "(call)";
}
