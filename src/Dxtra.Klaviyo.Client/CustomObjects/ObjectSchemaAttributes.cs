using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>Which properties the records of a type have; comes along with <see cref="CustomObjectsResource.ListTypesAsync"/>.</summary>
public sealed record ObjectSchemaAttributes
{
    public string? Title { get; init; }

    public IReadOnlyList<Property>? Properties { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }

    /// <param name="Id">Unique within the schema; what <see cref="SourceMappingAttributes"/> refers to.</param>
    /// <param name="Name">Its name in <see cref="ObjectRecordAttributes.RecordProperties"/>.</param>
    /// <param name="Type"><c>boolean</c>, <c>float</c>, <c>int</c>, <c>string</c> or <c>timestamp</c>.</param>
    public sealed record Property(int Id, string? Name, string? Type);
}
