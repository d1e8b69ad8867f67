using System.Text.Json;
using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The rows of one answer of Klaviyo, each a JSON object.</summary>
internal sealed record PartPage(IReadOnlyList<JsonElement> Rows)
{
    /// <summary>The resources of a page as Klaviyo sent them.</summary>
    public static PartPage Of<T>(KlaviyoPage<T> page) => new([.. page.Items.Select(item => item.Json)]);
}
