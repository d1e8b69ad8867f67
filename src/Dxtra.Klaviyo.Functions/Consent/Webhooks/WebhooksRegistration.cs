using Dxtra.Klaviyo.Functions.Accounts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Consent;

internal static class WebhooksRegistration
{
    /// <summary>What Klaviyo sends us: the webhooks and the inbox behind them.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WebhooksOptions>().Bind(configuration.GetSection(WebhooksOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services.AddRegistrations().AddReception().AddInbox();
    }

    private static IServiceCollection AddRegistrations(this IServiceCollection services) => services
        .AddSingleton<IWebhookStore, TableWebhookStore>()
        .AddSingleton<IWebhookGaps, TableWebhookGaps>()
        .AddSingleton<WebhookSecrets>()
        .AddSingleton<WebhookAddresses>()
        .AddSingleton<WebhookAlignment>()
        .AddSingleton<WebhookRemoval>()
        .AddSingleton<GapFilling>()
        .AddSingleton<WebhookKeeper>()
        .AddSingleton<IWebhookCheck>(provider => provider.GetRequiredService<WebhookKeeper>())
        .AddSingleton<IProcessorLife, WebhookLife>()
        .AddSingleton<WebhookCheckSweepHandler>()
        .AddSingleton<RotateWebhookHandler>()
        .AddSingleton<IssueFlowWebhookHandler>();

    private static IServiceCollection AddReception(this IServiceCollection services) => services
        .AddSingleton<WebhookEndpoints>()
        .AddSingleton<WebhookReception>()
        .AddSingleton<ReceiveWebhookHandler>()
        .AddSingleton<ReceiveFlowWebhookHandler>();

    private static IServiceCollection AddInbox(this IServiceCollection services) => services
        .AddSingleton<IInboxStore, BlobInboxStore>()
        .AddSingleton<IInboxDoors, TableInboxDoors>()
        .AddSingleton<InboxSeal>()
        .AddSingleton<InboxBell>()
        .AddSingleton<InboxIntake>()
        .AddSingleton<InboxWorker>()
        .AddSingleton<InboxSweepHandler>()
        .AddSingleton<InboxExpirySweepHandler>()
        .AddSingleton<ListInboxHandler>()
        .AddSingleton<RetryInboxHandler>();
}
