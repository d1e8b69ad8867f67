using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dxtra.Functions.Embedded.Durable;

internal static class DurableServices
{
    /// <summary>Adds the engine and its client. Catalog, invoker and data directory are the host's.</summary>
    internal static IServiceCollection AddDurableEngine(this IServiceCollection services)
    {
        services.AddOptions<DurableOptions>().BindConfiguration(DurableOptions.Section)
            .Validate(
                options => options is { MaxConcurrentActivities: > 0, MaxConcurrentTurns: > 0 },
                $"{DurableOptions.Section}: MaxConcurrentActivities and MaxConcurrentTurns must be above zero.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<WorkBoard>();
        services.AddSingleton<DurableStore>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<ActivityRunner>();
        services.AddSingleton<DurableTaskClient, EmbeddedDurableTaskClient>();
        services.AddHostedService<DurableEngine>();
        return services;
    }
}
