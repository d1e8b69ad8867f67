using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Access;
using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Consent;
using Dxtra.Klaviyo.Functions.Deletion;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dxtra.Klaviyo.Functions;

/// <summary>The table of contents of the app: one line per capability.</summary>
internal static class Registration
{
    /// <summary>Adds the whole app to a Functions application, on either host.</summary>
    public static void AddKlaviyoIntegration(this FunctionsApplicationBuilder builder)
    {
        builder.UseWhen<ProblemMiddleware>(IsHttp);
        builder.UseWhen<CallerMiddleware>(IsHttp);

        builder.Services
            .AddHosting(builder.Configuration)
            .AddKlaviyo(builder.Configuration)
            .AddActivity()
            .AddAccounts()
            .AddRequests(builder.Configuration)
            .AddAccess(builder.Configuration)
            .AddDeletion(builder.Configuration)
            .AddConsentLedger(builder.Configuration)
            .AddWebhooks(builder.Configuration)
            .AddOutwardConsent(builder.Configuration);
    }

    private static IServiceCollection AddKlaviyo(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<KlaviyoOptions>().Bind(configuration.GetSection("Klaviyo"));
        return services.AddKlaviyoClient();
    }

    private static bool IsHttp(FunctionContext context) => context.GetHttpContext() is not null;
}
