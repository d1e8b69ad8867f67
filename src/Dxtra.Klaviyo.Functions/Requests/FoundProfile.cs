namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>A Klaviyo profile that matched the subject.</summary>
/// <param name="ProfileId">Klaviyo's id.</param>
/// <param name="Masked">Its e-mail address or phone number, masked.</param>
/// <param name="FoundBy">The identifiers that led to it: <c>email</c>, <c>phone</c>, <c>externalId</c>, <c>profileId</c>.</param>
/// <param name="DiffersIn">The identifiers that the subject gave and that this profile has otherwise.</param>
/// <param name="MergedFrom">The id under which it was found, when Klaviyo merged that profile into this one meanwhile.</param>
internal sealed record FoundProfile(
    string ProfileId, string Masked, IReadOnlyList<string> FoundBy, IReadOnlyList<string> DiffersIn, string? MergedFrom = null);
