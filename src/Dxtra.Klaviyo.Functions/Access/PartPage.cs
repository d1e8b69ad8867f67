using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The rows of one answer of Klaviyo, each one JSON object on one line.</summary>
internal sealed record PartPage(IReadOnlyList<ReadOnlyMemory<byte>> Rows)
{
    /// <summary>The resources of a page as Klaviyo sent them.</summary>
    public static PartPage Of<T>(KlaviyoPage<T> page) => new([.. page.Items.Select(item => RowBytes.Of(item.Json))]);
}
