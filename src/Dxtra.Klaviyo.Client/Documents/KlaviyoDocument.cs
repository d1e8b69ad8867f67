using System.Text.Json;

namespace Dxtra.Klaviyo.Client;

/// <summary>One resource and what came along with it.</summary>
/// <param name="Resource">The resource asked for.</param>
/// <param name="Included">The side-loaded resources, in Klaviyo's order.</param>
public sealed record KlaviyoDocument<T>(KlaviyoResource<T> Resource, IReadOnlyList<KlaviyoResource<JsonElement>> Included)
{
    /// <summary>Type, id and a count: what a document holds is somebody's data and does not belong in a log.</summary>
    public override string ToString() => $"{Resource}, {Included.Count} included";
}
