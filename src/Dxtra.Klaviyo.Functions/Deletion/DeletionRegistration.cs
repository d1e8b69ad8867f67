using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Deletion;

internal static class DeletionRegistration
{
    public static IServiceCollection AddDeletion(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DeletionOptions>().Bind(configuration.GetSection("Deletion")).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddIntake()
            .AddPreviews()
            .AddExecution()
            .AddCertificates(configuration);
    }

    /// <summary>What leads from the call to the preview, and what comes after the end.</summary>
    private static IServiceCollection AddIntake(this IServiceCollection services) => services
        .AddSingleton<DeletionRequestMaker>()
        .AddSingleton<RequestDeletionHandler>()
        .AddSingleton<CodeDesk>()
        .AddSingleton<IdentityAcceptance>()
        .AddSingleton<ProveIdentityHandler>()
        .AddSingleton<IRequestLife, DeletionLife>()
        .AddSingleton<IRetained, DeletionRetained>()
        .AddSingleton<WatchLooks>();
}
