using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Deletion;

internal static class ExecutionRegistration
{
    public static IServiceCollection AddExecution(this IServiceCollection services) => services
        .AddSingleton(new RequestOrchestrator(RequestKind.Deletion, nameof(DeletionOrchestrator)))
        .AddSingleton<IErasureLedger, TableErasureLedger>()
        .AddSingleton<ErasureBook>()
        .AddSingleton<IErasureAct, MarkTombstones>()
        .AddSingleton<IErasureAct, LeaveList>()
        .AddSingleton<IErasureAct, Unsubscribe>()
        .AddSingleton<IErasureAct, DeleteProfile>()
        .AddSingleton<ExecuteRequestHandler>();
}
