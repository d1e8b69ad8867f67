using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Activity;

internal static class ActivityRegistration
{
    public static IServiceCollection AddActivity(this IServiceCollection services) =>
        services.AddSingleton<IActivityLog, TableActivityLog>();
}
