using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Consent;

internal static class SyncRegistration
{
    /// <summary>The ledger, what reads Klaviyo's news for it, and the synchronisation.</summary>
    public static IServiceCollection AddConsentLedger(this IServiceCollection services, IConfigurationManager configuration)
    {
        SyncSchedule.AddDefault(configuration);
        services.AddOptions<ConsentOptions>().Bind(configuration.GetSection("Consent")).ValidateDataAnnotations().ValidateOnStart();
        return services.AddLedger().AddEvents().AddSync();
    }

    private static IServiceCollection AddLedger(this IServiceCollection services) => services
        .AddSingleton<ILedgerStore, TableLedgerStore>()
        .AddSingleton<IExclusionStore, TableExclusionStore>()
        .AddSingleton<LedgerWriter>()
        .AddSingleton<ProfileSeal>()
        .AddSingleton<ErasedPeople>()
        .AddSingleton<Exclusions>()
        .AddSingleton<NewsTold>()
        .AddSingleton<OwedSweep>()
        .AddSingleton<IOwedWork, ExclusionOwed>()
        .AddSingleton<ConsentDesk>()
        .AddSingleton<IConsentDesk>(provider => provider.GetRequiredService<ConsentDesk>())
        .AddSingleton<LedgerReader>()
        .AddSingleton<ListConsentChangesHandler>()
        .AddSingleton<GetCurrentConsentHandler>();

    private static IServiceCollection AddEvents(this IServiceCollection services) => services
        .AddSingleton<IMetricBookStore, TableMetricBookStore>()
        .AddSingleton<ConsentMetrics>()
        .AddSingleton<IConsentEvents, ConsentEvents>();

    private static IServiceCollection AddSync(this IServiceCollection services) => services
        .AddSingleton<ISyncStore, TableSyncStore>()
        .AddSingleton<SyncWatermark>()
        .AddSingleton<IGapFiller, SyncedGaps>()
        .AddSingleton<SyncDesk>()
        .AddSingleton<SyncHandler>()
        .AddSingleton<ProfilePages>()
        .AddSingleton<ResyncHandler>()
        .AddSingleton<GetResyncHandler>();
}
