using Dxtra.Klaviyo.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Hosting;

internal static class QuotaRegistration
{
    private const string Section = "Governor";

    /// <summary>The governor's settings, and with <c>Governor:Shared</c> the table through which several instances share the limits.</summary>
    public static IServiceCollection AddQuota(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GovernorOptions>().Bind(configuration.GetSection(Section));
        return configuration.GetSection(Section).GetValue<bool>("Shared") ? services.AddSingleton<IQuotaLeases, TableQuotaLeases>() : services;
    }
}
