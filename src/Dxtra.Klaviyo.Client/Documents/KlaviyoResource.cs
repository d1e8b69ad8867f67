using System.Text.Json;

namespace Dxtra.Klaviyo.Client;

/// <summary>A resource object of a JSON:API document.</summary>
/// <param name="Id">Klaviyo's id; empty when the resource came without one.</param>
/// <param name="Type">The resource type, such as <c>profile</c>.</param>
/// <param name="Attributes">The attributes this client knows; an object without values when none were sent.</param>
/// <param name="Relationships">By name as Klaviyo spells it. Only what was sent: a resource may have more relationships than these.</param>
/// <param name="Json">The resource object exactly as received, with the fields that this client does not know.</param>
public sealed record KlaviyoResource<T>(
    string Id,
    string Type,
    T Attributes,
    IReadOnlyDictionary<string, KlaviyoRelationship> Relationships,
    JsonElement Json)
{
    /// <summary>The ids at the other end of a relationship; empty when it was not sent, is null or carries links alone.</summary>
    public IReadOnlyList<KlaviyoResourceId> Related(string relationship) =>
        Relationships.TryGetValue(relationship, out var found) ? found.Data : [];

    /// <summary>The id at the other end of a to-one relationship, or null.</summary>
    public string? RelatedId(string relationship) => Related(relationship) is [var only, ..] ? only.Id : null;

    /// <summary>Type and id. The attributes of a resource are somebody's data and do not belong in a log.</summary>
    public override string ToString() => $"{Type} {Id}";
}
