using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Requests;

internal static class RequestsRegistration
{
    public static IServiceCollection AddRequests(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RequestsOptions>().Bind(configuration.GetSection("Requests")).ValidateDataAnnotations().ValidateOnStart();
        return services.AddRequestParts();
    }

    private static IServiceCollection AddRequestParts(this IServiceCollection services) => services
        .AddSingleton<IRequestStore, TableRequestStore>()
        .AddSingleton<IPendingStartStore, TablePendingStartStore>()
        .AddSingleton<ICaseFiles, BlobCaseFiles>()
        .AddSingleton<ITombstoneStore, TableTombstoneStore>()
        .AddSingleton<SubjectVault>()
        .AddSingleton<IdentifierHashes>()
        .AddSingleton<RequestIntake>()
        .AddSingleton<RequestRuns>()
        .AddSingleton<StartSweepHandler>()
        .AddSingleton<RequestDesk>()
        .AddSingleton<IRetentionStore, TableRetentionStore>()
        .AddSingleton<RequestRetention>()
        .AddSingleton<Forgetting>()
        .AddSingleton<RetentionSweepHandler>()
        .AddSingleton<SightingVault>()
        .AddSingleton<ReappearanceWatch>()
        .AddSingleton<ReappearanceCauses>()
        .AddSingleton<IOwedWork, ReappearanceOwed>()
        .AddSingleton<RequestLives>()
        .AddSingleton<ExtendRequestHandler>()
        .AddSingleton<GetRequestHandler>()
        .AddSingleton<ListRequestsHandler>();
}
