namespace Dxtra.Klaviyo.Client;

/// <summary>
/// One Klaviyo account, seen with one key. Thread-safe. Every method throws <see cref="KlaviyoException"/> when Klaviyo does not do
/// what was asked, and <see cref="OperationCanceledException"/> when the caller's token was cancelled.
/// </summary>
public sealed class KlaviyoClient
{
    internal KlaviyoClient(KlaviyoTransport transport)
    {
        Accounts = new AccountsResource(transport);
        Metrics = new MetricsResource(transport);
        Lists = new ListsResource(transport);
        Segments = new SegmentsResource(transport);
        Flows = new FlowsResource(transport);
        Campaigns = new CampaignsResource(transport);
        Profiles = new ProfilesResource(transport);
        Events = new EventsResource(transport);
        PushTokens = new PushTokensResource(transport);
        CouponCodes = new CouponCodesResource(transport);
        Reviews = new ReviewsResource(transport);
        CustomObjects = new CustomObjectsResource(transport);
        Webhooks = new WebhooksResource(transport);
        Subscriptions = new SubscriptionsResource(transport);
        DataPrivacy = new DataPrivacyResource(transport);
    }

    public AccountsResource Accounts { get; }

    public MetricsResource Metrics { get; }

    public ListsResource Lists { get; }

    public SegmentsResource Segments { get; }

    public FlowsResource Flows { get; }

    public CampaignsResource Campaigns { get; }

    public ProfilesResource Profiles { get; }

    public EventsResource Events { get; }

    public PushTokensResource PushTokens { get; }

    public CouponCodesResource CouponCodes { get; }

    public ReviewsResource Reviews { get; }

    public CustomObjectsResource CustomObjects { get; }

    public WebhooksResource Webhooks { get; }

    public SubscriptionsResource Subscriptions { get; }

    public DataPrivacyResource DataPrivacy { get; }
}
