using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Client;

/// <summary>The documents that create and change a webhook.</summary>
internal static class WebhookBody
{
    public static JsonObject ForCreate(string name, Uri endpointUrl, string secret, IReadOnlyCollection<string> topicIds) =>
        Document(
            id: null,
            new JsonObject { ["name"] = name, ["endpoint_url"] = endpointUrl.AbsoluteUri, ["secret_key"] = secret },
            topicIds);

    public static JsonObject ForUpdate(string id, WebhookChange change)
    {
        var attributes = new JsonObject();
        if (change.Name is { } name)
            attributes["name"] = name;
        if (change.EndpointUrl is { } endpointUrl)
            attributes["endpoint_url"] = endpointUrl.AbsoluteUri;
        if (change.Secret is { } secret)
            attributes["secret_key"] = secret;
        if (change.Enabled is { } enabled)
            attributes["enabled"] = enabled;
        return Document(id, attributes, change.TopicIds);
    }

    private static JsonObject Document(string? id, JsonObject attributes, IReadOnlyCollection<string>? topicIds)
    {
        var data = new JsonObject { ["type"] = "webhook" };
        if (id is not null)
            data["id"] = id;
        data["attributes"] = attributes;
        if (topicIds is not null)
            data["relationships"] = new JsonObject { ["webhook-topics"] = new JsonObject { ["data"] = Topics(topicIds) } };
        return new JsonObject { ["data"] = data };
    }

    private static JsonArray Topics(IReadOnlyCollection<string> ids) =>
        new([.. ids.Select(id => new JsonObject { ["type"] = "webhook-topic", ["id"] = id })]);
}
