using System.Globalization;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>The settings that an orchestration waits by; fixed when its run starts.</summary>
/// <param name="Pause">Between two looks at something that is awaited.</param>
/// <param name="UnsubscribePatience">How long an unsubscription is awaited.</param>
/// <param name="Looks">When a deletion is looked for, counted from its order.</param>
internal sealed record ErasurePace(TimeSpan Pause, TimeSpan UnsubscribePatience, IReadOnlyList<TimeSpan> Looks)
{
    public static ErasurePace Of(DeletionOptions options) => new(
        options.Pause, options.UnsubscribePatience, [.. options.Looks.Split(',').Select(look => TimeSpan.Parse(look, CultureInfo.InvariantCulture)).Order()]);
}
