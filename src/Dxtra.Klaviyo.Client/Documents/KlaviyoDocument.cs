using System.Text.Json;

namespace Dxtra.Klaviyo.Client;

/// <summary>One resource with what came along with it.</summary>
public sealed record KlaviyoDocument<T>(KlaviyoResource<T> Resource, IReadOnlyList<KlaviyoResource<JsonElement>> Included)
{
    /// <summary>Counts alone: what came along is somebody's data and does not belong in a log.</summary>
    public override string ToString() => $"{Resource}, {Included.Count} included";
}
