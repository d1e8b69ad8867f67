namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>How records are made of a data source.</summary>
/// <param name="Id">The source mapping, a ULID.</param>
/// <param name="SourceId">The data source, a ULID.</param>
/// <param name="RelationshipId">The relationship to profiles, a ULID.</param>
/// <param name="IdentifierType"><c>email</c>, <c>external-id</c>, <c>klaviyo-id</c> or <c>phone</c>.</param>
/// <param name="IdentifierProperty">The property that holds it.</param>
internal sealed record ObjectSource(string Id, string SourceId, string RelationshipId, string IdentifierType, string IdentifierProperty);
