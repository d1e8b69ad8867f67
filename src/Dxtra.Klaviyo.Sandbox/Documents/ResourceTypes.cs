namespace Dxtra.Klaviyo.Sandbox.Documents;

/// <summary>The resource types that documents name.</summary>
internal static class ResourceTypes
{
    public const string Account = "account";
    public const string Attribution = "attribution";
    public const string Campaign = "campaign";
    public const string CampaignMessage = "campaign-message";
    public const string CatalogItem = "catalog-item";
    public const string Conversation = "conversation";
    public const string Coupon = "coupon";
    public const string CouponCode = "coupon-code";
    public const string Event = "event";
    public const string Flow = "flow";
    public const string FlowAction = "flow-action";
    public const string FlowMessage = "flow-message";
    public const string List = "list";
    public const string Metric = "metric";
    public const string ObjectRecord = "object-record";
    public const string ObjectSchema = "object-schema";
    public const string ObjectType = "object-type";
    public const string Profile = "profile";
    public const string PushToken = "push-token";
    public const string Review = "review";
    public const string Segment = "segment";
    public const string SourceMapping = "source-mapping";
    public const string SuppressionJob = "profile-suppression-bulk-create-job";
    public const string Tag = "tag";
    public const string UnsuppressionJob = "profile-suppression-bulk-delete-job";
    public const string Webhook = "webhook";
    public const string WebhookTopic = "webhook-topic";

    /// <summary>The segment of the path under which resources of a type lie: <c>profiles</c>.</summary>
    public static string PathOf(string type) => type + "s";
}
