namespace Dxtra.Klaviyo.Client;

public sealed class CampaignsResource
{
    private const int MaxPageSize = 100;
    private readonly KlaviyoTransport _transport;

    internal CampaignsResource(KlaviyoTransport transport) => _transport = transport;

    /// <summary>
    /// The campaigns of the channels named, 100 a page: a query for each channel, and one more for its archived ones.
    /// <c>GET /api/campaigns</c>, scope <c>campaigns:read</c>, 10/s and 150/min. Filters: <c>name</c> (contains), <c>status</c>
    /// (equals), <c>created_at</c>, <c>scheduled_at</c> and <c>updated_at</c> (all comparisons).
    /// </summary>
    public IAsyncEnumerable<KlaviyoPage<CampaignAttributes>> ListAsync(
        CampaignChannels channels = CampaignChannels.All,
        bool includeArchived = false,
        KlaviyoFilter? filter = null,
        CancellationToken cancellationToken = default)
    {
        var requests =
            from channel in Words(channels)
            from archived in ArchivedFilter.Choose(includeArchived)
            select GetCampaigns(KlaviyoFilter.Equals("messages.channel", channel).And(archived).And(filter));
        return _transport.GetPagesOfAllAsync(requests, KlaviyoJson.Default.CampaignAttributes, cancellationToken);
    }

    private static KlaviyoRequest GetCampaigns(KlaviyoFilter filter) =>
        KlaviyoRequest.Get("get_campaigns", "api/campaigns", new KlaviyoQuery().Filter(filter).PageSize(MaxPageSize));

    private static IEnumerable<string> Words(CampaignChannels channels)
    {
        if (channels.HasFlag(CampaignChannels.Email))
            yield return "email";
        if (channels.HasFlag(CampaignChannels.Sms))
            yield return "sms";
        if (channels.HasFlag(CampaignChannels.MobilePush))
            yield return "mobile_push";
    }
}
