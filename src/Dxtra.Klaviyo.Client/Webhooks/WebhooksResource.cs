namespace Dxtra.Klaviyo.Client;

/// <summary>
/// System webhooks. A private key may use them only in an account with Advanced KDP; elsewhere every call throws
/// <see cref="KlaviyoPermissionException"/> with <see cref="KlaviyoPermissionProblem.PlanLacksFeature"/>.
/// </summary>
public sealed class WebhooksResource
{
    private const string Route = "api/webhooks";
    private readonly KlaviyoTransport _transport;

    internal WebhooksResource(KlaviyoTransport transport) => _transport = transport;

    /// <summary>
    /// All webhooks with their topics, on one page. <c>GET /api/webhooks</c>, scope <c>webhooks:read</c>, 1/s and 15/min.
    /// </summary>
    public IAsyncEnumerable<KlaviyoPage<WebhookAttributes>> ListAsync(CancellationToken cancellationToken = default) =>
        _transport.GetPagesAsync(
            KlaviyoRequest.Get("get_webhooks", Route, WithTopics()), KlaviyoJson.Default.WebhookAttributes, cancellationToken);

    /// <summary>
    /// The topics this account can subscribe to. List them, never build them. <c>GET /api/webhook-topics</c>, scope
    /// <c>webhooks:read</c>, 1/s and 15/min.
    /// </summary>
    public IAsyncEnumerable<KlaviyoPage<WebhookTopicAttributes>> ListTopicsAsync(CancellationToken cancellationToken = default) =>
        _transport.GetPagesAsync(
            KlaviyoRequest.Get("get_webhook_topics", "api/webhook-topics"), KlaviyoJson.Default.WebhookTopicAttributes, cancellationToken);

    /// <summary>One webhook with its topics. <c>GET /api/webhooks/{id}</c>, scope <c>webhooks:read</c>, 1/s and 15/min.</summary>
    /// <exception cref="KlaviyoNotFoundException">There is no such webhook.</exception>
    public Task<KlaviyoResource<WebhookAttributes>> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(
            KlaviyoRequest.Get("get_webhook", At(id), WithTopics()), KlaviyoJson.Default.WebhookAttributes, cancellationToken);

    /// <summary>
    /// Registers a webhook. <c>POST /api/webhooks</c>, scope <c>webhooks:write</c>, 1/s and 15/min. Repeated only when Klaviyo
    /// certainly did not take it.
    /// </summary>
    /// <param name="name">Shown in Klaviyo.</param>
    /// <param name="endpointUrl">https; Klaviyo never gives it back in full.</param>
    /// <param name="secret">Signs the deliveries; 16 characters or more.</param>
    /// <param name="topicIds">From <see cref="ListTopicsAsync"/>.</param>
    /// <param name="cancellationToken">Ends the call; whether the webhook exists is then unknown.</param>
    public Task<KlaviyoResource<WebhookAttributes>> CreateAsync(
        string name, Uri endpointUrl, string secret, IReadOnlyCollection<string> topicIds, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(
            KlaviyoRequest.Post("create_webhook", Route, WebhookBody.ForCreate(name, endpointUrl, secret, topicIds)),
            KlaviyoJson.Default.WebhookAttributes,
            cancellationToken);

    /// <summary>Changes a webhook. <c>PATCH /api/webhooks/{id}</c>, scope <c>webhooks:write</c>, 1/s and 15/min.</summary>
    /// <exception cref="KlaviyoNotFoundException">There is no such webhook.</exception>
    public Task<KlaviyoResource<WebhookAttributes>> UpdateAsync(
        string id, WebhookChange change, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(
            KlaviyoRequest.Patch("update_webhook", At(id), WebhookBody.ForUpdate(id, change)),
            KlaviyoJson.Default.WebhookAttributes,
            cancellationToken);

    /// <summary>
    /// Removes a webhook; one that is gone already is no error. <c>DELETE /api/webhooks/{id}</c>, scope <c>webhooks:write</c>, 1/s and
    /// 15/min.
    /// </summary>
    public async Task DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        try
        {
            await _transport.SendAsync(KlaviyoRequest.Delete("delete_webhook", At(id)), cancellationToken);
        }
        catch (KlaviyoNotFoundException)
        {
            // A repeated DELETE finds nothing when the answer to the first was lost: the outcome is the one asked for.
        }
    }

    private static string At(string id) => $"{Route}/{KlaviyoPath.Id(id)}";

    private static KlaviyoQuery WithTopics() => new KlaviyoQuery().Words("include", ["webhook-topics"]);
}
