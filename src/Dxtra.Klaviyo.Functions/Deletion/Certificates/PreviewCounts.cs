using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What the file of a preview says of how much each profile holds; the rest of it is not needed here.</summary>
internal sealed record PreviewCounts(IReadOnlyList<PreviewCounts.Held>? Profiles)
{
    public static IReadOnlyList<HeldCounts> Of(byte[] preview) =>
    [
        .. (JsonSerializer.Deserialize<PreviewCounts>(preview, Json.Options)?.Profiles ?? [])
            .Select(held => new HeldCounts(held.Counts ?? HeldCounts.None.Counts, held.AtLeast ?? [])),
    ];

    internal sealed record Held(Dictionary<string, int>? Counts, IReadOnlyList<string>? AtLeast);
}
