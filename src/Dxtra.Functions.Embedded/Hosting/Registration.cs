using System.Reflection;
using Dxtra.Functions.Embedded.Durable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dxtra.Functions.Embedded;

/// <summary>What the runtime is made of.</summary>
internal static class Registration
{
    /// <summary>The official host's limit, 100 MiB.</summary>
    private const long MaxRequestBodySize = 100 * 1024 * 1024;

    public static void AddEmbeddedRuntime(this WebApplicationBuilder builder, MiddlewarePipeline middleware)
    {
        builder.Configuration.AddFunctionsFiles(builder.Environment.ContentRootPath);
        builder.AddConsoleLogging();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBodySize;
        });

        var services = builder.Services;
        services.AddRouting();
        services.AddOptions<EmbeddedOptions>().BindConfiguration(EmbeddedOptions.Section);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<DataDirectory>();
        services.AddSingleton(middleware);
        services.AddSingleton(provider => FunctionCatalog.FromAssembly(AppAssembly(provider.GetRequiredService<IHostEnvironment>())));
        services.AddSingleton<FunctionInvoker>();
        services.AddHostedService<ParentWatch>();
        services.AddSingleton<TimerStatusStore>();
        services.AddHostedService<TimerService>();
        services.AddDurableEngine();
    }

    private static void AddConsoleLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.AddConfiguration(builder.Configuration.GetSection(FunctionsFiles.HostSection).GetSection("logging"));
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "HH:mm:ss.fff ";
        });
    }

    private static Assembly AppAssembly(IHostEnvironment environment) => Assembly.Load(new AssemblyName(environment.ApplicationName));
}
