namespace Dxtra.Klaviyo.Client;

/// <summary>What a client is made for, as far as the order of calls depends on it.</summary>
/// <param name="AccountId">Klaviyo's id of the account, whose keys share its limits; null while it is not known.</param>
/// <param name="Due">When the work must be done. Null: somebody waits for it now; it goes first and does not wait for long.</param>
public sealed record KlaviyoCall(string? AccountId, DateTimeOffset? Due);
