using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Paging;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Documents;

/// <summary>Writes whole documents: data, what is included, links.</summary>
internal sealed class DocumentWriter(ApiCall call)
{
    public JsonObject Collection(Page<JsonObject> page, Included? included = null) =>
        Document(new JsonArray([.. page.Items]), included, page.Next, page.Previous);

    /// <summary>A collection that is never cut into pages.</summary>
    public JsonObject Whole(IEnumerable<JsonObject> items, Included? included = null) =>
        Document(new JsonArray([.. items]), included, next: null, previous: null);

    /// <summary>A page of resources, with what is to be included with each.</summary>
    public JsonObject Collection<T>(Page<T> page, Func<T, JsonObject> write, Action<T, Included> include)
    {
        var included = new Included();
        foreach (var item in page.Items)
            include(item, included);
        return Collection(page.Select(write), included);
    }

    /// <summary>One resource, with what is to be included with it.</summary>
    public JsonObject Single<T>(T item, Func<T, JsonObject> write, Action<T, Included> include)
    {
        var included = new Included();
        include(item, included);
        return Single(write(item), included);
    }

    public JsonObject Single(JsonObject? resource, Included? included = null)
    {
        var document = new JsonObject { ["data"] = resource };
        AddIncluded(document, included);
        document["links"] = new JsonObject { ["self"] = call.Links.Self() };
        return document;
    }

    private JsonObject Document(JsonArray data, Included? included, Cursor? next, Cursor? previous)
    {
        var document = new JsonObject { ["data"] = data };
        AddIncluded(document, included);
        document["links"] = new JsonObject
        {
            ["self"] = call.Links.Self(),
            ["next"] = call.Links.Page(next),
            ["prev"] = call.Links.Page(previous),
        };
        return document;
    }

    private void AddIncluded(JsonObject document, Included? included)
    {
        if (included is not null && call.Query.Include.Count > 0)
            document["included"] = included.ToJson();
    }
}
