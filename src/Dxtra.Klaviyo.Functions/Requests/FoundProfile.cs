namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>A Klaviyo profile that matched the subject.</summary>
/// <param name="ProfileId">Klaviyo's id.</param>
/// <param name="Masked">Its e-mail address or phone number, masked.</param>
/// <param name="FoundBy">The identifiers that led to it: <c>email</c>, <c>phone</c>, <c>externalId</c>, <c>profileId</c>.</param>
internal sealed record FoundProfile(string ProfileId, string Masked, IReadOnlyList<string> FoundBy);
