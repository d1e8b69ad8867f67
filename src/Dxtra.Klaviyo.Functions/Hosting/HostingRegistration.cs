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
        var account = StorageAccount.From(configuration);
        return services.AddSingleton(account.Tables).AddSingleton(account.Blobs).AddSingleton<StorageTables>().AddSingleton<BlobLinks>();
    }

    private static IServiceCollection AddSecrets(this IServiceCollection services, IConfiguration configuration)
    {
        var directory = SecretDirectory.From(configuration);
        services.AddDataProtection().SetApplicationName("Dxtra.Klaviyo").PersistKeysToFileSystem(new(directory.Path));
        return services.AddSingleton(directory).AddSingleton<ISecretStore, FileSecretStore>().AddSingleton<ControllerKeys>();
    }
}
