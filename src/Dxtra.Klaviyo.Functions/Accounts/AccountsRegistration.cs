using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Accounts;

internal static class AccountsRegistration
{
    public static IServiceCollection AddAccounts(this IServiceCollection services) => services
        .AddSingleton<IProcessorStore, TableProcessorStore>()
        .AddSingleton<IAccountExplorer, AccountExplorer>()
        .AddSingleton<IKlaviyoConnections, KlaviyoConnections>()
        .AddSingleton<VerifyProcessorHandler>()
        .AddSingleton<CreateProcessorHandler>()
        .AddSingleton<ConfirmProcessorHandler>()
        .AddSingleton<ListProcessorsHandler>()
        .AddSingleton<GetProcessorHandler>();
}
