using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Dxtra.Functions.Embedded.Tests.Hosting;

public sealed class FunctionsFilesTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Local_settings_become_settings_and_sections()
    {
        _folder.With("local.settings.json", """
            {
              // The official tools allow comments, too.
              "IsEncrypted": false,
              "Values": { "AzureWebJobsStorage": "UseDevelopmentStorage=true", "Klaviyo__Revision": "2026-07-15", "Auth:Audience": "dxtra" }
            }
            """);

        var configuration = TestApp.Builder(_folder, []).Configuration;

        Assert.Equal("UseDevelopmentStorage=true", configuration["AzureWebJobsStorage"]);
        Assert.Equal("2026-07-15", configuration["Klaviyo:Revision"]);
        Assert.Equal("dxtra", configuration.GetSection("Auth")["Audience"]);
    }

    [Fact]
    public void The_environment_and_the_command_line_win_over_the_file()
    {
        _folder.With("local.settings.json", """{"Values": {"FunctionsFilesTests__One": "file", "FunctionsFilesTests__Two": "file"}}""");
        Environment.SetEnvironmentVariable("FunctionsFilesTests__One", "environment");
        try
        {
            var configuration = TestApp.Builder(_folder, [], "--FunctionsFilesTests:Two", "command line").Configuration;

            Assert.Equal("environment", configuration["FunctionsFilesTests:One"]);
            Assert.Equal("command line", configuration["FunctionsFilesTests:Two"]);
        }
        finally
        {
            Environment.SetEnvironmentVariable("FunctionsFilesTests__One", null);
        }
    }

    [Fact]
    public void Without_the_files_the_defaults_hold()
    {
        var configuration = new ConfigurationManager();

        configuration.AddFunctionsFiles(_folder.Path);

        Assert.Equal("http://127.0.0.1:7071", configuration["urls"]);
    }

    [Fact]
    public void Log_levels_are_those_of_host_json()
    {
        _folder.With("host.json", """{"logging": {"logLevel": {"default": "Warning", "Azure.Core": "Error"}}}""");
        using var host = TestApp.Builder(_folder, []).Build();
        using var logs = (ILoggerFactory)host.Services.GetService(typeof(ILoggerFactory))!;

        Assert.False(logs.CreateLogger("Dxtra").IsEnabled(LogLevel.Information));
        Assert.True(logs.CreateLogger("Dxtra").IsEnabled(LogLevel.Warning));
        Assert.False(logs.CreateLogger("Azure.Core.Pipeline").IsEnabled(LogLevel.Warning));
    }

    [Fact]
    public void Requests_with_their_queries_are_not_logged()
    {
        using var host = TestApp.Builder(_folder, []).Build();
        using var logs = (ILoggerFactory)host.Services.GetService(typeof(ILoggerFactory))!;

        Assert.False(logs.CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics").IsEnabled(LogLevel.Information));
        Assert.True(logs.CreateLogger("Dxtra").IsEnabled(LogLevel.Information));
    }
}
