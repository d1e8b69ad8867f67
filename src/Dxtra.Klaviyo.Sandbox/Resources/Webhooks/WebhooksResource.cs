using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Webhooks;

/// <summary>The account's system webhooks.</summary>
internal sealed class WebhooksResource(AccountData data, IdSource ids, TimeProvider time) : IResource
{
    public IReadOnlyDictionary<string, Func<ApiCall, ApiResult>> Operations => new Dictionary<string, Func<ApiCall, ApiResult>>
    {
        ["get_webhooks"] = GetAll,
        ["get_webhook"] = Get,
        ["create_webhook"] = Create,
        ["update_webhook"] = Update,
        ["delete_webhook"] = Delete,
        ["get_webhook_topics"] = GetTopics,
        ["get_webhook_topic"] = GetTopic,
    };

    private Webhook Find(string id) => data.Webhooks.Find(webhook => webhook.Id == id)
        ?? throw new ApiErrorException(RequestErrors.NotFound(ResourceTypes.Webhook, id));

    private ApiResult GetAll(ApiCall call)
    {
        var writer = new WebhookWriter(new ResourceWriter(call));
        var included = new Included();
        foreach (var webhook in data.Webhooks)
            writer.Include(webhook, included);
        return ApiResult.Ok(new DocumentWriter(call).Whole(data.Webhooks.Select(writer.Write), included));
    }

    private ApiResult Get(ApiCall call)
    {
        var webhook = Find(call.Id);
        var writer = new WebhookWriter(new ResourceWriter(call));
        return ApiResult.Ok(new DocumentWriter(call).Single(webhook, writer.Write, writer.Include));
    }

    private ApiResult Create(ApiCall call)
    {
        var body = WebhookBody.Read(call.Body);
        if (body.Enabled is not null)
            throw JsonBody.Invalid("/data/attributes/enabled", "'enabled' is not a valid field for the resource 'webhook'.");
        var now = time.GetUtcNow();
        var webhook = new Webhook
        {
            Id = ids.Ulid(now),
            Name = Required(body.Name, "name"),
            Description = body.Description,
            EndpointUrl = Required(body.EndpointUrl, "endpoint_url"),
            SecretKey = Required(body.SecretKey, "secret_key"),
            Created = now,
            Updated = now,
            TopicIds = Known(Required(body.TopicIds, "webhook-topics")),
        };
        data.Webhooks.Add(webhook);
        return ApiResult.Created(Document(call, webhook));
    }

    private ApiResult Update(ApiCall call)
    {
        var webhook = Find(call.Id);
        var body = WebhookBody.Read(call.Body);
        var changed = webhook with
        {
            Name = body.Name ?? webhook.Name,
            Description = body.Description ?? webhook.Description,
            EndpointUrl = body.EndpointUrl ?? webhook.EndpointUrl,
            SecretKey = body.SecretKey ?? webhook.SecretKey,
            Enabled = body.Enabled ?? webhook.Enabled,
            FailingSince = body.Enabled == true ? null : webhook.FailingSince,
            TopicIds = body.TopicIds is null ? webhook.TopicIds : Known(body.TopicIds),
            Updated = time.GetUtcNow(),
        };
        data.Webhooks[data.Webhooks.IndexOf(webhook)] = changed;
        return ApiResult.Ok(Document(call, changed));
    }

    private ApiResult Delete(ApiCall call)
    {
        data.Webhooks.Remove(Find(call.Id));
        return ApiResult.NoContent;
    }

    private ApiResult GetTopics(ApiCall call)
    {
        var writer = new WebhookWriter(new ResourceWriter(call));
        return ApiResult.Ok(new DocumentWriter(call).Whole(WebhookTopics.Of(data).Select(writer.WriteTopic)));
    }

    private ApiResult GetTopic(ApiCall call) => WebhookTopics.Of(data).Contains(call.Id)
        ? ApiResult.Ok(new DocumentWriter(call).Single(new WebhookWriter(new ResourceWriter(call)).WriteTopic(call.Id)))
        : throw new ApiErrorException(RequestErrors.NotFound(ResourceTypes.WebhookTopic, call.Id));

    private static System.Text.Json.Nodes.JsonObject Document(ApiCall call, Webhook webhook) =>
        new DocumentWriter(call).Single(new WebhookWriter(new ResourceWriter(call)).Write(webhook));

    private static T Required<T>(T? value, string name)
        where T : class => value ?? throw JsonBody.Invalid("/data/attributes", $"'{name}' is a required field.");

    private IReadOnlyList<string> Known(IReadOnlyList<string> topicIds) => topicIds.Except(WebhookTopics.Of(data)).FirstOrDefault() is { } unknown
        ? throw JsonBody.Invalid("/data/relationships/webhook-topics", $"A webhook-topic with id {unknown} does not exist.")
        : topicIds;
}
