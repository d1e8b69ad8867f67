namespace Dxtra.Klaviyo.Client;

/// <summary>One relationship of a resource. A to-one relationship has at most one entry.</summary>
public sealed record KlaviyoRelationship(IReadOnlyList<KlaviyoResourceId> Data);
