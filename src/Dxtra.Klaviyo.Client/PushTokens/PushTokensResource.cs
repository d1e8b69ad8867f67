namespace Dxtra.Klaviyo.Client;

public sealed class PushTokensResource
{
    private const int MaxPageSize = 100;
    private readonly KlaviyoTransport _transport;

    internal PushTokensResource(KlaviyoTransport transport) => _transport = transport;

    /// <summary>
    /// The push tokens of one profile, 100 a page; none when there is no such profile. <c>GET /api/push-tokens</c>, scopes
    /// <c>profiles:read</c> and <c>push-tokens:read</c>, 10/s and 150/min.
    /// </summary>
    public IAsyncEnumerable<KlaviyoPage<PushTokenAttributes>> SearchAsync(
        string profileId, CancellationToken cancellationToken = default) =>
        _transport.GetPagesAsync(
            KlaviyoRequest.Get(
                "get_push_tokens",
                "api/push-tokens",
                new KlaviyoQuery().Filter(KlaviyoFilter.Equals("profile.id", profileId)).PageSize(MaxPageSize)),
            KlaviyoJson.Default.PushTokenAttributes,
            cancellationToken);
}
