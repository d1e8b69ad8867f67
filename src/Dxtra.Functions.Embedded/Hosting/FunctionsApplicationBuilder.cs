using Dxtra.Functions.Embedded;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Configures an app of functions; underneath, it is an ASP.NET Core application on Kestrel.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly WebApplicationBuilder _web;
    private readonly MiddlewarePipeline _middleware = new();
    private bool _servesHttp;

    internal FunctionsApplicationBuilder(string[]? args)
    {
        // Watching the configuration files would watch the whole content root, node_modules and all.
        _web = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = ["--hostBuilder:reloadConfigOnChange=false", .. args ?? []] });
        _web.AddEmbeddedRuntime(_middleware);
    }

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_web).Properties;

    public ConfigurationManager Configuration => _web.Configuration;

    IConfigurationManager IHostApplicationBuilder.Configuration => _web.Configuration;

    public IHostEnvironment Environment => _web.Environment;

    public ILoggingBuilder Logging => _web.Logging;

    IMetricsBuilder IHostApplicationBuilder.Metrics => _web.Metrics;

    public IServiceCollection Services => _web.Services;

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        _middleware.Add(middleware);
        return this;
    }

    /// <summary>Finds the functions and maps the routes.</summary>
    /// <exception cref="InvalidOperationException">A function is declared in a way that it could never run; the text names it.</exception>
    public IHost Build()
    {
        var app = _web.Build();
        var functions = app.Services.GetRequiredService<FunctionCatalog>().Functions.Where(function => function.Kind == TriggerKind.Http).ToList();
        if (functions.Count > 0 && !_servesHttp)
            throw new InvalidOperationException("The app has HTTP functions, but ConfigureFunctionsWebApplication() was not called.");

        app.MapHttpFunctions(functions);
        return app;
    }

    void IHostApplicationBuilder.ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure) =>
        ((IHostApplicationBuilder)_web).ConfigureContainer(factory, configure);

    /// <summary>
    /// Once, and at the place of the call: as on the official host, middleware added before it sees no HTTP context.
    /// </summary>
    internal void ServeHttp()
    {
        if (_servesHttp)
            return;
        _servesHttp = true;
        Use(HttpPipelineStep.Around);
        Services.AddMvcCore();
    }
}
