using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>One cheap call per scope, side by side since each operation has a limit of its own; lists, segments and metrics are read whole.</summary>
internal sealed class AccountExplorer(IKlaviyoClientFactory clients) : IAccountExplorer
{
    public async Task<ExplorationResult> ExploreAsync(KlaviyoKey key, CancellationToken cancellationToken)
    {
        var klaviyo = clients.Create(key);
        return await GuardAsync(async () =>
        {
            var account = await klaviyo.Accounts.GetAsync(cancellationToken);
            return await DiscoverAsync(klaviyo, KlaviyoAccount.Of(account), cancellationToken);
        });
    }

    public async Task<ExplorationResult> IdentifyAsync(KlaviyoKey key, CancellationToken cancellationToken) => await GuardAsync(async () =>
    {
        var account = await clients.Create(key).Accounts.GetAsync(cancellationToken);
        return new(KlaviyoAccount.Of(account), [], [], [], new Dictionary<string, ScopeState>());
    });

    private static async Task<AccountDiscovery> DiscoverAsync(KlaviyoClient klaviyo, KlaviyoAccount account, CancellationToken cancellationToken)
    {
        var probes = new ScopeProbes("accounts:read");
        var lists = probes.ReadAsync("lists:read", klaviyo.Lists.ListAsync(cancellationToken: cancellationToken), list => list.Name);
        var segments = probes.ReadAsync("segments:read", klaviyo.Segments.ListAsync(cancellationToken: cancellationToken), segment => segment.Name);
        var metrics = probes.ReadAsync("metrics:read", klaviyo.Metrics.ListAsync(cancellationToken), metric => metric.Name);
        await Task.WhenAll(
            lists, segments, metrics,
            probes.TouchAsync("profiles:read", klaviyo.Profiles.SearchAsync(fields: [ProfileFields.Created], cancellationToken: cancellationToken)),
            probes.TouchAsync("events:read", klaviyo.Events.SearchAsync(pageSize: 1, cancellationToken: cancellationToken)),
            probes.TouchAsync("campaigns:read", klaviyo.Campaigns.ListAsync(CampaignChannels.Email, cancellationToken: cancellationToken)),
            probes.TouchAsync("flows:read", klaviyo.Flows.ListAsync(cancellationToken: cancellationToken)),
            probes.TouchAsync("webhooks:read", klaviyo.Webhooks.ListAsync(cancellationToken)));
        return new(account, await lists, await segments, await metrics, probes.States);
    }

    private static async Task<ExplorationResult> GuardAsync(Func<Task<AccountDiscovery>> explore)
    {
        try
        {
            return new ExplorationResult.Explored(await explore());
        }
        catch (KlaviyoAuthenticationException)
        {
            return new ExplorationResult.AuthenticationFailed();
        }
        catch (KlaviyoPermissionException)
        {
            return new ExplorationResult.NoAccountScope();
        }
        catch (KlaviyoThrottledException exception)
        {
            return new ExplorationResult.Throttled(exception.RetryAfter);
        }
        catch (KlaviyoException)
        {
            return new ExplorationResult.Unavailable();
        }
    }
}
