using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Requests;

internal static class RequestsRegistration
{
    public static IServiceCollection AddRequests(this IServiceCollection services) => services
        .AddSingleton<IRequestStore, TableRequestStore>()
        .AddSingleton<IPendingStartStore, TablePendingStartStore>()
        .AddSingleton<ICaseFiles, BlobCaseFiles>()
        .AddSingleton<ITombstoneStore, TableTombstoneStore>()
        .AddSingleton<SubjectVault>()
        .AddSingleton<IdentifierHashes>()
        .AddSingleton<RequestIntake>()
        .AddSingleton<RequestRuns>()
        .AddSingleton<StartSweepHandler>()
        .AddSingleton<RequestLives>()
        .AddSingleton<ExtendRequestHandler>()
        .AddSingleton<GetRequestHandler>()
        .AddSingleton<ListRequestsHandler>();
}
