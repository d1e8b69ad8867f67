using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Rows of <see cref="Categories.Lists"/> and <see cref="Categories.Segments"/>.</summary>
internal static class GroupRows
{
    public static ReadOnlyMemory<byte> Of(string category, JsonElement group, JsonElement? joinedAt) => RowBytes.Of(json =>
    {
        json.Write("id", group.Member("id"));
        json.Write("name", group.Member("attributes").Member("name"));
        json.Write("joinedAt", joinedAt);
        json.Write(category == Categories.Lists ? "list" : "segment", group);
    });
}
