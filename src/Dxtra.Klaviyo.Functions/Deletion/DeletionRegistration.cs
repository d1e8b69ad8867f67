using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Deletion;

internal static class DeletionRegistration
{
    public static IServiceCollection AddDeletion(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DeletionOptions>().Bind(configuration.GetSection("Deletion")).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddPreviews()
            .AddExecution()
            .AddCertificates(configuration);
    }
}
