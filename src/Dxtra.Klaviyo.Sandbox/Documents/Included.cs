using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Sandbox.Documents;

/// <summary>The resources that come along with a document, each once.</summary>
internal sealed class Included
{
    private readonly HashSet<(string Type, string Id)> _seen = [];
    private readonly JsonArray _resources = [];

    public void Add(string type, string id, Func<JsonObject> write)
    {
        if (_seen.Add((type, id)))
            _resources.Add((JsonNode)write());
    }

    public JsonArray ToJson() => _resources;
}
