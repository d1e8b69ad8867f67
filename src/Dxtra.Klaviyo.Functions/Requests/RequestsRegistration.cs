using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Requests;

internal static class RequestsRegistration
{
    public static IServiceCollection AddRequests(this IServiceCollection services) => services
        .AddSingleton<IRequestStore, TableRequestStore>()
        .AddSingleton<IPendingStartStore, TablePendingStartStore>()
        .AddSingleton<SubjectVault>()
        .AddSingleton<RequestIntake>()
        .AddSingleton<RequestRuns>()
        .AddSingleton<StartSweepHandler>()
        .AddSingleton<ApproveRequestHandler>()
        .AddSingleton<RetryRequestHandler>()
        .AddSingleton<CancelRequestHandler>()
        .AddSingleton<ExtendRequestHandler>()
        .AddSingleton<GetRequestHandler>()
        .AddSingleton<ListRequestsHandler>();
}
