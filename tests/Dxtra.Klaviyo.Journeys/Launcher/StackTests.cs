using System.Diagnostics;
using Dxtra.Klaviyo.Journeys.Harness;
using Dxtra.Klaviyo.Local;
using Dxtra.Klaviyo.Local.App;
using Dxtra.Klaviyo.Local.Processes;

namespace Dxtra.Klaviyo.Journeys.Launcher;

/// <summary>The launcher that keeps everything running.</summary>
[Collection(ActiveJourneys.Name)]
public sealed class StackTests : IAsyncLifetime
{
    private const string FollowUntilCompleted =
        """for i in $(seq 300); do call "$C/requests/$R" | grep -q '"status":"completed"' && break; sleep 0.1; done""";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly LauncherProcess _launcher;

    public StackTests()
    {
        var ports = new[] { "--app-port", "--sandbox-port", "--azurite-port" }.SelectMany(option => new[] { option, $"{Ports.Free()}" });
        _launcher = LauncherProcess.Start([.. ports, "--data", "data"]);
    }

    public Task InitializeAsync() => _launcher.WaitForLineAsync("^Ctrl-C stops everything", Patience);

    public async Task DisposeAsync() => await _launcher.DisposeAsync();

    [CurlFact]
    public async Task The_lines_it_prints_connect_the_account_and_fetch_an_export_as_they_stand()
    {
        var lines = _launcher.Text.Split(Environment.NewLine).SkipWhile(line => !line.StartsWith("TOKEN=", StringComparison.Ordinal))
            .TakeWhile(line => !line.StartsWith("Ctrl-C", StringComparison.Ordinal)).Where(line => line.Trim().Length > 0).ToList();
        string[] script = [.. lines.SkipLast(1), FollowUntilCompleted, lines[^1]];
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", string.Join('\n', script)]) { RedirectStandardOutput = true })!;

        var printed = await shell.StandardOutput.ReadToEndAsync().WaitAsync(Patience);

        Assert.Contains("urn:dxtra:klaviyo:access-export:2", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_stops_everything()
    {
        var addresses = await AddressesAsync();

        await _launcher.InterruptAsync();

        Assert.Equal(0, await _launcher.WaitForExitAsync(Patience));
        foreach (var address in addresses)
            Assert.False(await Ear.HearsAsync(address), $"{address} still answers.");
    }

    [Fact]
    public async Task Nothing_outlives_a_launcher_that_was_killed()
    {
        var addresses = await AddressesAsync();

        await _launcher.KillAsync();

        foreach (var address in addresses)
            await Ear.WaitForSilenceAsync(address);
    }

    [Fact]
    public async Task An_app_that_ends_is_reported_and_the_rest_keeps_running()
    {
        var addresses = await AddressesAsync();
        var app = await _launcher.WaitForLineAsync(@"\(process (\d+)\)", Patience);

        await Signals.KillAsync(int.Parse(app.Groups[1].Value));

        await _launcher.WaitForLineAsync("The app ended by itself with exit code 137", Patience);
        await _launcher.WaitForLineAsync("^export AzureWebJobsStorage='", Patience);
        await _launcher.WaitForLineAsync("^dotnet run --project src/Dxtra.Klaviyo.Functions", Patience);
        var answering = await Task.WhenAll(addresses.Select(Ear.HearsAsync));
        Assert.Equal([true, true, false], answering);
    }

    [Fact]
    public async Task The_app_can_be_started_again_by_hand_with_the_lines_it_prints()
    {
        var app = await _launcher.WaitForLineAsync(@"The app answers at (\S+) \(process (\d+)\)", Patience);
        await Signals.KillAsync(int.Parse(app.Groups[2].Value));
        var last = await _launcher.WaitForLineAsync("^dotnet run --project src/Dxtra.Klaviyo.Functions -- (.+)", Patience);
        var exports = _launcher.Text.Split(Environment.NewLine).Where(line => line.StartsWith("export ", StringComparison.Ordinal));
        string[] script = [.. exports, $"exec dotnet '{LauncherPaths.AppAssembly}' {last.Groups[1].Value}"];

        await using var alone = ChildProcess.Start(new ProcessStartInfo("bash", ["-c", string.Join('\n', script)]), new ChildOutput());
        try
        {
            using var deadline = new CancellationTokenSource(Patience);
            await HealthProbe.UntilHealthyAsync(new Uri(new Uri(app.Groups[1].Value), "api/health"), deadline.Token);
        }
        finally
        {
            await alone.KillAsync();
        }
    }

    /// <returns>Azurite's, the sandbox's and the app's.</returns>
    private async Task<IReadOnlyList<Uri>> AddressesAsync()
    {
        var lines = new[] { @"Azurite .* (http://\S+)\.", @"sandbox .* (http://\S+)\.", @"The app answers at (\S+) " };
        var addresses = new List<Uri>();
        foreach (var line in lines)
            addresses.Add(new Uri((await _launcher.WaitForLineAsync(line, Patience)).Groups[1].Value));

        return addresses;
    }
}
