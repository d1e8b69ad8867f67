using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;

namespace Dxtra.Klaviyo.Sandbox.Resources.Webhooks;

/// <summary>Webhooks and topics as resource objects. The address comes back masked, the secret never.</summary>
internal sealed class WebhookWriter(ResourceWriter writer)
{
    private const string Topics = "webhook-topics";

    public JsonObject Write(Webhook webhook) => writer.Resource(
        ResourceTypes.Webhook,
        webhook.Id,
        new JsonObject
        {
            ["name"] = webhook.Name,
            ["description"] = webhook.Description,
            ["endpoint_url"] = $"{webhook.EndpointUrl.GetLeftPart(UriPartial.Authority)}/*****",
            ["enabled"] = webhook.Enabled,
            ["created_at"] = TimeText.Micros(webhook.Created),
            ["updated_at"] = TimeText.Micros(webhook.Updated),
        },
        new JsonObject
        {
            [Topics] = writer.ToMany(ResourceTypes.Webhook, webhook.Id, Topics, ResourceTypes.WebhookTopic, () => webhook.TopicIds),
        });

    public JsonObject WriteTopic(string id) => writer.Resource(ResourceTypes.WebhookTopic, id, attributes: null);

    public void Include(Webhook webhook, Included included)
    {
        foreach (var topic in writer.Query.Includes(Topics) ? webhook.TopicIds : [])
            included.Add(ResourceTypes.WebhookTopic, topic, () => WriteTopic(topic));
    }
}
