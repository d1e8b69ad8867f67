namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What a preview shows of a profile and decides nothing by.</summary>
/// <param name="Events">Null when the key may not see them.</param>
/// <param name="Flows">The live flows among those that the events name.</param>
/// <param name="CouponCodes">How many; null when the key may not see them or the account has none to offer.</param>
internal sealed record ShownExtras(EventsSeen? Events, IReadOnlyList<ActiveFlow> Flows, int? CouponCodes);
