using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>A record of a custom type. Nothing in it says as such whose it is, see <see cref="SourceMappingAttributes"/>.</summary>
public sealed record ObjectRecordAttributes
{
    /// <summary>As received; its names are those of the type's schema.</summary>
    public JsonElement? RecordProperties { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }

    /// <summary>The type alone: this may be a person's data and does not belong in a log.</summary>
    public override string ToString() => nameof(ObjectRecordAttributes);
}
