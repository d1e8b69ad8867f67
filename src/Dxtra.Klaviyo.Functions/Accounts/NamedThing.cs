namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>A list, segment or metric of an account, by id and name.</summary>
internal sealed record NamedThing(string Id, string? Name);
