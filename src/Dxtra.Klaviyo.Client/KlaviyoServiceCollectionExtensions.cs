using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dxtra.Klaviyo.Client;

public static class KlaviyoServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IKlaviyoClientFactory"/>. Bind <see cref="KlaviyoOptions"/> and <see cref="GovernorOptions"/> where the configuration is known; they are validated
    /// when the host starts.
    /// </summary>
    public static IServiceCollection AddKlaviyoClient(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<KlaviyoOptions, KlaviyoOptionsValidator>();
        services.AddOptionsWithValidateOnStart<GovernorOptions, GovernorOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IKlaviyoGovernor, KlaviyoGovernor>();
        services.TryAddSingleton<KlaviyoExchange>();
        services.TryAddSingleton<ShortPatience>();
        services.TryAddSingleton<IKlaviyoClientFactory, KlaviyoClientFactory>();

        // The factory's own loggers write addresses, and a filter in an address names a person.
        services.AddHttpClient(KlaviyoExchange.HttpClientName)
            .RemoveAllLoggers()
            .ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(Handler);
        return services;
    }

    /// <summary>
    /// No redirects, for the key must not travel; no cookies, for accounts share connections; no trace headers to strangers.
    /// </summary>
    private static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(10),
    };
}
