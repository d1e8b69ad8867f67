using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Sandbox.Errors;

/// <summary>One error as Klaviyo words it.</summary>
internal sealed record ApiError(int Status, string Code, string Title, string Detail)
{
    /// <summary>A JSON pointer into the request body; Klaviyo sends <c>/data/</c> also where there is no body.</summary>
    public string? Pointer { get; init; } = "/data/";

    /// <summary>The query parameter at fault; takes the pointer's place.</summary>
    public string? Parameter { get; init; }

    public JsonObject Meta { get; init; } = [];

    public JsonObject? Links { get; init; }

    public JsonObject ToDocument() => new() { ["errors"] = new JsonArray(ToJson()) };

    private JsonObject ToJson()
    {
        var error = new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString(),
            ["status"] = Status,
            ["code"] = Code,
            ["title"] = Title,
            ["detail"] = Detail,
            ["source"] = Parameter is null ? new JsonObject { ["pointer"] = Pointer } : new JsonObject { ["parameter"] = Parameter },
        };
        if (Links is not null)
            error["links"] = Links.DeepClone();
        error["meta"] = Meta.DeepClone();
        return error;
    }
}
