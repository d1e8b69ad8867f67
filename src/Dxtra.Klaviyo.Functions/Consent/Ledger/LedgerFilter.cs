namespace Dxtra.Klaviyo.Functions.Consent;

/// <param name="Channel">Of one channel; null: of all.</param>
/// <param name="From">Took effect then or later.</param>
/// <param name="To">Took effect before.</param>
internal sealed record LedgerFilter(ConsentChannel? Channel, DateTimeOffset? From, DateTimeOffset? To)
{
    public bool Takes(LedgerPlace place) =>
        (Channel is null || place.Key.Channel == Channel) && !(place.EffectiveAt < From) && !(place.EffectiveAt >= To);
}
