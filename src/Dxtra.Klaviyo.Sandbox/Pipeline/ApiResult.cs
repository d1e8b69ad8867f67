using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Sandbox.Pipeline;

/// <summary>What an operation answers.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Document">The body; null for none at all.</param>
internal sealed record ApiResult(int Status, JsonObject? Document)
{
    public static ApiResult Ok(JsonObject document) => new(200, document);

    public static ApiResult Created(JsonObject document) => new(201, document);

    public static ApiResult Accepted { get; } = new(202, null);

    public static ApiResult NoContent { get; } = new(204, null);
}
