namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Something of the account that has a name.</summary>
internal sealed record NamedId(string Id, string? Name);
