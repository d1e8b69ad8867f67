using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>
/// Where the records of a type come from. A relationship to profiles names the places in the source that identify the person; a property
/// filled from the same place holds that identifier in the record.
/// </summary>
public sealed record SourceMappingAttributes
{
    public IReadOnlyList<PropertyMapping>? PropertyMappings { get; init; }

    public IReadOnlyList<RelationshipMapping>? RelationshipMappings { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }

    /// <param name="Id">The id of an <see cref="ObjectSchemaAttributes.Property"/>.</param>
    /// <param name="Source">Null when every record has the same value.</param>
    public sealed record PropertyMapping(int Id, PropertySource? Source);

    /// <param name="SourceId">The data source.</param>
    /// <param name="DataPath">A JSONPath such as <c>$['email']</c>.</param>
    public sealed record PropertySource(string? SourceId, string? DataPath);

    public sealed record RelationshipMapping(string? RelationshipId, RelationshipSource? Source);

    /// <param name="SourceId">The data source.</param>
    /// <param name="Type"><c>profile</c> or <c>custom-object</c>.</param>
    /// <param name="RelatedIdPaths">Of a relationship to profiles alone.</param>
    public sealed record RelationshipSource(string? SourceId, string? Type, IReadOnlyList<RelatedIdPath>? RelatedIdPaths);

    /// <param name="IdentifierType">Which identifier of a profile it is, such as <c>email</c>.</param>
    /// <param name="Path">A JSONPath such as <c>$['email']</c>.</param>
    public sealed record RelatedIdPath(string? IdentifierType, string? Path);
}
