using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Consent;

internal static class OutwardRegistration
{
    public static IServiceCollection AddOutwardConsent(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OutwardOptions>().Bind(configuration.GetSection("OutwardConsent")).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<IConsentOrderStore, TableConsentOrderStore>()
            .AddSingleton<IOwedWork, OutwardOwed>()
            .AddSingleton<OutwardDoor>()
            .AddSingleton<OrderVault>()
            .AddSingleton<OrderedPeople>()
            .AddSingleton<OrderReader>()
            .AddSingleton<OrderBook>()
            .AddSingleton<SetConsentHandler>()
            .AddSingleton<GetConsentOrderHandler>()
            .AddSingleton<ListConsentOrdersHandler>()
            .AddSingleton<LookUpConsentHandler>()
            .AddSingleton<PreviewConsentHandler>();
    }
}
