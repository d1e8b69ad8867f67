using System.Text.Json;

namespace Dxtra.Klaviyo.Client;

/// <summary>One page of a collection, as one response brought it.</summary>
/// <param name="Items">In Klaviyo's order, which is not always the order asked for.</param>
/// <param name="Included">The side-loaded resources, if any were asked for.</param>
/// <param name="Meta">The document's <c>meta</c> as received, or null.</param>
/// <param name="HasMore">True when Klaviyo announced a further page.</param>
public sealed record KlaviyoPage<T>(
    IReadOnlyList<KlaviyoResource<T>> Items,
    IReadOnlyList<KlaviyoResource<JsonElement>> Included,
    JsonElement? Meta,
    bool HasMore)
{
    /// <summary>Counts alone: what is on a page is somebody's data and does not belong in a log.</summary>
    public override string ToString() => $"{Items.Count} items, {Included.Count} included";
}
