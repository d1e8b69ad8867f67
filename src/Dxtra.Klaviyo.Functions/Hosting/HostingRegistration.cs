using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dxtra.Klaviyo.Functions.Hosting;

internal static class HostingRegistration
{
    public static IServiceCollection AddHosting(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services.AddCallers(configuration).AddStorage(configuration).AddSecrets(configuration).AddQuota(configuration).AddSingleton<HealthHandler>();
    }

    private static IServiceCollection AddCallers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AuthOptions>().Bind(configuration.GetSection(AuthOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<ITokenValidator, JwtTokenValidator>().AddSingleton<CallerGate>();
    }

    private static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = configuration["AzureWebJobsStorage"] is { Length: > 0 } given
            ? given
            : throw new InvalidOperationException("AzureWebJobsStorage is missing: it names the storage account (UseDevelopmentStorage=true for Azurite).");
        services.AddSingleton(new TableServiceClient(connection));
        services.AddSingleton(new BlobServiceClient(connection));
        return services.AddSingleton<StorageTables>();
    }

    private static IServiceCollection AddSecrets(this IServiceCollection services, IConfiguration configuration)
    {
        var directory = SecretDirectory.From(configuration);
        services.AddDataProtection().SetApplicationName("Dxtra.Klaviyo").PersistKeysToFileSystem(new(directory.Path));
        return services.AddSingleton(directory).AddSingleton<ISecretStore, FileSecretStore>().AddSingleton<ControllerKeys>();
    }
}
