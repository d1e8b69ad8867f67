namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>Everything the account holds, in memory. Whoever reads or writes holds <see cref="Gate"/>.</summary>
internal sealed class AccountData
{
    public Lock Gate { get; } = new();

    public required Account Account { get; init; }

    public required IReadOnlyList<ApiKey> Keys { get; init; }

    public ProfileStore Profiles { get; } = new();

    public EventStore Events { get; } = new();

    public List<Metric> Metrics { get; } = [];

    public List<ProfileList> Lists { get; } = [];

    public List<Segment> Segments { get; } = [];

    public List<Flow> Flows { get; } = [];

    public List<Campaign> Campaigns { get; } = [];

    public List<Tag> Tags { get; } = [];

    public List<Webhook> Webhooks { get; } = [];

    public List<Coupon> Coupons { get; } = [];

    public List<CouponCode> CouponCodes { get; } = [];

    public List<Review> Reviews { get; } = [];

    public List<ObjectType> ObjectTypes { get; } = [];

    public List<SuppressionJob> SuppressionJobs { get; } = [];

    /// <summary>In the order of their deletion.</summary>
    public List<DeletedProfile> DeletedProfiles { get; } = [];

    /// <summary>Whether the plan includes system webhooks.</summary>
    public bool AdvancedKdp { get; set; }

    public Metric? FindMetric(string? id) => Metrics.Find(metric => metric.Id == id);
}
