using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;

namespace Dxtra.Klaviyo.Sandbox.CommandLine;

/// <summary>The options of <c>dotnet run --project src/Dxtra.Klaviyo.Sandbox</c>.</summary>
internal static class SandboxCommand
{
    public static RootCommand Create()
    {
        var port = new Option<int>("--port")
        {
            Description = "Port on 127.0.0.1; 0 takes a free one.",
            DefaultValueFactory = _ => SandboxOptions.DefaultPort,
            CustomParser = ReadPort,
        };
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same account.", DefaultValueFactory = _ => 1 };
        var size = new Option<SandboxSize>("--size") { Description = "How much the account holds.", DefaultValueFactory = _ => SandboxSize.Small };
        var noLimits = new Option<bool>("--no-rate-limits") { Description = "Let every call through." };
        var akdp = new Option<bool>("--advanced-kdp") { Description = "The plan includes system webhooks." };

        var command = new RootCommand("A Klaviyo to run on your machine.") { port, seed, size, noLimits, akdp };
        command.SetAction((parsed, ct) => RunAsync(
            new SandboxOptions
            {
                Port = parsed.GetValue(port),
                Seed = parsed.GetValue(seed),
                Size = parsed.GetValue(size),
                RateLimits = !parsed.GetValue(noLimits),
                AdvancedKdp = parsed.GetValue(akdp),
            },
            ct));
        return command;
    }

    private static int ReadPort(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens.Single().Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort)
            return port;
        result.AddError($"--port takes a number from 0 to {IPEndPoint.MaxPort}.");
        return SandboxOptions.DefaultPort;
    }

    private static async Task<int> RunAsync(SandboxOptions options, CancellationToken ct)
    {
        try
        {
            await ServeAsync(options, ct);
            return 0;
        }
        catch (IOException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static async Task ServeAsync(SandboxOptions options, CancellationToken ct)
    {
        await using var server = await SandboxServer.StartAsync(options, ct);
        await Console.Out.WriteLineAsync($"""
            Klaviyo sandbox at {server.BaseAddress}
              account   {server.AccountId}
              keys
            {string.Join(Environment.NewLine, server.ApiKeys.Select(key => $"    {key.Value}  {key.Key}"))}
              control   {server.BaseAddress}sandbox
            Ctrl+C stops it and forgets the data.
            """);
        await server.WaitForShutdownAsync(ct);
    }
}
