using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Requests;

internal static class RequestsRegistration
{
    public static IServiceCollection AddRequests(this IServiceCollection services) => services
        .AddSingleton<IRequestStore, TableRequestStore>()
        .AddSingleton<IPendingStartStore, TablePendingStartStore>()
        .AddSingleton<SubjectVault>()
        .AddSingleton<RequestIntake>()
        .AddSingleton<StartSweepHandler>()
        .AddSingleton<GetRequestHandler>()
        .AddSingleton<ListRequestsHandler>();
}
