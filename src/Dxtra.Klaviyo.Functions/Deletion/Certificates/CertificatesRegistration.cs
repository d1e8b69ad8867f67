using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>The part of the capability that proves what was done.</summary>
internal static class CertificatesRegistration
{
    public static IServiceCollection AddCertificates(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CertificateOptions>().Bind(configuration.GetSection("Certificates")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<LetterOptions>().Bind(configuration.GetSection("Letters")).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<IPublishedKeyStore, TablePublishedKeyStore>()
            .AddSingleton<SigningKeys>()
            .AddSingleton<CertificateSources>()
            .AddSingleton<CertificateFiles>()
            .AddSingleton<CertificateDesk>()
            .AddSingleton<GetCertificateKeysHandler>()
            .AddSingleton<GetCertificateHandler>()
            .AddSingleton<GetLetterHandler>();
    }
}
