namespace Dxtra.Klaviyo.Client;

/// <summary>What a relationship points at: a resource type and an id.</summary>
public sealed record KlaviyoResourceId(string Type, string Id);
