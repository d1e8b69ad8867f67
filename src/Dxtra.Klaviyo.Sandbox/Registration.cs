using Dxtra.Klaviyo.Sandbox.Control;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Deliveries;
using Dxtra.Klaviyo.Sandbox.Faults;
using Dxtra.Klaviyo.Sandbox.Happenings;
using Dxtra.Klaviyo.Sandbox.Jobs;
using Dxtra.Klaviyo.Sandbox.People;
using Dxtra.Klaviyo.Sandbox.Pipeline;
using Dxtra.Klaviyo.Sandbox.RateLimits;
using Dxtra.Klaviyo.Sandbox.Resources.Accounts;
using Dxtra.Klaviyo.Sandbox.Resources.Campaigns;
using Dxtra.Klaviyo.Sandbox.Resources.Consents;
using Dxtra.Klaviyo.Sandbox.Resources.Conversations;
using Dxtra.Klaviyo.Sandbox.Resources.Coupons;
using Dxtra.Klaviyo.Sandbox.Resources.CustomObjects;
using Dxtra.Klaviyo.Sandbox.Resources.Events;
using Dxtra.Klaviyo.Sandbox.Resources.Flows;
using Dxtra.Klaviyo.Sandbox.Resources.Groups;
using Dxtra.Klaviyo.Sandbox.Resources.Metrics;
using Dxtra.Klaviyo.Sandbox.Resources.Privacy;
using Dxtra.Klaviyo.Sandbox.Resources.Profiles;
using Dxtra.Klaviyo.Sandbox.Resources.PushTokens;
using Dxtra.Klaviyo.Sandbox.Resources.Reviews;
using Dxtra.Klaviyo.Sandbox.Resources.Suppressions;
using Dxtra.Klaviyo.Sandbox.Resources.Webhooks;
using Dxtra.Klaviyo.Sandbox.Seed;
using Dxtra.Klaviyo.Sandbox.Specification;

namespace Dxtra.Klaviyo.Sandbox;

/// <summary>The parts of a sandbox.</summary>
internal static class Registration
{
    public static void AddSandbox(this IServiceCollection services, SandboxOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Time ?? TimeProvider.System);
        services.AddSingleton(IdSource.Random);
        services.AddSingleton(OperationCatalog.Load());
        services.AddSingleton(provider => AccountSeeder.Build(options, provider.GetRequiredService<OperationCatalog>()));
        services.AddSingleton(new SandboxSettings { Latency = new Latency(options.Latency, TimeSpan.Zero, options.Seed) });
        services.AddSingleton<ChangeJournal>();
        services.AddPipeline(options);
        services.AddResources();
        services.AddControl();
        services.AddDeliveries();
    }

    private static void AddPipeline(this IServiceCollection services, SandboxOptions options)
    {
        services.AddSingleton(new RateLimitSettings(options.RateLimits, options.RateLimitScale));
        services.AddSingleton<CallStatistics>();
        services.AddSingleton<RateLimiter>();
        services.AddSingleton<FaultKinds>();
        services.AddSingleton<FaultPlan>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<RequestLog>();
        services.AddSingleton<ApiQueryReader>();
        services.AddSingleton<ApiRequestReader>();
        services.AddSingleton<ApiPipeline>();
    }

    private static void AddResources(this IServiceCollection services)
    {
        services.AddSingleton<GroupQueries>();
        services.AddSingleton<MemberQueries>();
        services.AddSingleton<ProfileImport>();
        services.AddSingleton<ProfileMerge>();
        services.AddSingleton<MergeRequest>();
        services.AddSingleton<EventQueries>();
        services.AddSingleton<EventImport>();
        services.AddSingleton<Alarms>();
        services.AddSingleton<Later>();
        services.AddSingleton<ProfileErasure>();
        services.AddSingleton<Comeback>();
        services.AddSingleton<Memberships>();
        services.AddSingleton<ConsentEvents>();
        services.AddSingleton<Suppressing>();
        services.AddSingleton<ConsentChanges>();
        services.AddSingleton<SubscriptionPeople>();
        services.AddSingleton<Subscription>();
        services.AddSingleton<Unsubscription>();
        services.AddSingleton<SuppressionWork>();
        services.AddSingleton<IResource, AccountsResource>();
        services.AddSingleton<IResource, MetricsResource>();
        services.AddSingleton<IResource, ListsResource>();
        services.AddSingleton<IResource, SegmentsResource>();
        services.AddSingleton<IResource, FlowsResource>();
        services.AddSingleton<IResource, CampaignsResource>();
        services.AddSingleton<IResource, ProfilesResource>();
        services.AddSingleton<IResource, EventsResource>();
        services.AddSingleton<IResource, PrivacyResource>();
        services.AddSingleton<IResource, SubscriptionsResource>();
        services.AddSingleton<IResource, SuppressionsResource>();
        services.AddSingleton<IResource, WebhooksResource>();
        services.AddSingleton<IResource, PushTokensResource>();
        services.AddSingleton<IResource, ConversationsResource>();
        services.AddSingleton<IResource, CouponsResource>();
        services.AddSingleton<IResource, CouponCodesResource>();
        services.AddSingleton<IResource, ReviewsResource>();
        services.AddSingleton<IResource, CustomObjectsResource>();
    }

    private static void AddControl(this IServiceCollection services)
    {
        services.AddSingleton<PersonBuilder>();
        services.AddSingleton<HoldingsBuilder>();
        services.AddSingleton<AccountControl>();
        services.AddSingleton<PeopleControl>();
        services.AddSingleton<CreditLookup>();
        services.AddSingleton<EventControl>();
        services.AddSingleton<MergeControl>();
        services.AddSingleton<BulkPeopleControl>();
        services.AddSingleton<HappeningPlan>();
        services.AddSingleton<GroupControl>();
        services.AddSingleton<ChangeControl>();
        services.AddSingleton<ActControl>();
        services.AddSingleton<DeliveryControl>();
        services.AddSingleton<FlowWebhookControl>();
    }

    private static void AddDeliveries(this IServiceCollection services)
    {
        services.AddSingleton<DeliveryPlan>();
        services.AddSingleton<DeliveryLog>();
        services.AddSingleton<Courier>();
        services.AddSingleton<WebhookPayloads>();
        services.AddSingleton<WebhookOutbox>();
        services.AddSingleton<FlowWebhooks>();
        services.AddSingleton<DeliveryDesk>();
    }
}
