using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Journeys.Harness;
using Dxtra.Klaviyo.Local.Sandbox;
using Dxtra.Klaviyo.Sandbox;

namespace Dxtra.Klaviyo.Journeys.Launcher;

/// <summary>The demo as a person runs it.</summary>
[Collection(ActiveJourneys.Name)]
public sealed class DemoTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task It_brings_an_export_home_says_what_is_in_it_and_leaves_nothing_behind()
    {
        await using var demo = LauncherProcess.Start(["demo", "--out", "here"]);

        Assert.True(await demo.WaitForExitAsync(Patience) == 0, demo.Text);

        var files = Directory.GetFiles(Path.Combine(demo.WorkingDirectory, "here")).Order().ToList();
        Assert.Equal([".html", ".json", ".pdf", ".zip"], files.Select(Path.GetExtension).Order());
        Assert.All(files, file => Assert.Contains(Path.GetFileName(file), demo.Text, StringComparison.Ordinal));
        var export = JsonNode.Parse(await File.ReadAllTextAsync(files.Single(file => file.EndsWith(".json", StringComparison.Ordinal))))!;
        Assert.NotEmpty(export["profiles"]!.AsArray());
        foreach (var (category, count) in export["counts"]!.AsObject())
            Assert.Matches($@"(?m)^  {category} +{count!.GetValue<int>():N0}\s*$", demo.Text);
        Assert.Empty(demo.LeftOvers);
    }

    [Fact]
    public async Task A_Klaviyo_from_outside_takes_the_place_of_the_sandbox()
    {
        await using var klaviyo = await SandboxServer.StartAsync(new SandboxOptions { Port = 0, Seed = 7 }, CancellationToken.None);
        var person = await SandboxPeople.PickAsync(klaviyo.BaseAddress, CancellationToken.None);
        await using var demo = LauncherProcess.Start(
            ["demo", "--email", person.Email!],
            new() { ["Klaviyo__BaseAddress"] = klaviyo.BaseAddress.ToString(), ["KLAVIYO_API_KEY"] = klaviyo.ApiKey });

        Assert.True(await demo.WaitForExitAsync(Patience) == 0, demo.Text);

        Assert.DoesNotContain("sandbox", demo.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(klaviyo.AccountId, demo.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(klaviyo.ApiKey, demo.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_names_the_step_and_the_reason()
    {
        await using var klaviyo = await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, CancellationToken.None);
        await using var demo = LauncherProcess.Start(
            ["demo", "--email", "ada@customers.test"],
            new() { ["Klaviyo__BaseAddress"] = klaviyo.BaseAddress.ToString(), ["KLAVIYO_API_KEY"] = klaviyo.ApiKeys["revoked"] });

        Assert.Equal(1, await demo.WaitForExitAsync(Patience));

        Assert.Contains("Failed at the step \"Verify the key\".", demo.Text, StringComparison.Ordinal);
        Assert.Contains("apiKey: Klaviyo does not know this key.", demo.Text, StringComparison.Ordinal);
        Assert.Empty(demo.LeftOvers);
    }

    [Fact]
    public async Task An_app_that_cannot_start_is_explained_by_its_last_lines()
    {
        await using var demo = LauncherProcess.Start(["demo"], new() { ["Auth__DevelopmentKey"] = "c2hvcnQ=" });

        Assert.Equal(1, await demo.WaitForExitAsync(Patience));

        Assert.Contains("Failed at the step \"Start the app\".", demo.Text, StringComparison.Ordinal);
        Assert.Contains("Auth__DevelopmentKey must be base64 of at least 32 bytes", demo.Text, StringComparison.Ordinal);
        Assert.Empty(demo.LeftOvers);
    }

    [Fact]
    public async Task An_app_that_dies_on_the_way_is_reported_with_its_exit_code()
    {
        await using var demo = LauncherProcess.Start(["demo"]);
        var app = await demo.WaitForLineAsync(@"The app answers at \S+ \(process (\d+)\)", Patience);

        await Signals.KillAsync(int.Parse(app.Groups[1].Value));

        Assert.Equal(1, await demo.WaitForExitAsync(Patience));
        Assert.Contains("The app ended by itself with exit code 137.", demo.Text, StringComparison.Ordinal);
        Assert.Empty(demo.LeftOvers);
    }

    [Fact]
    public async Task Ctrl_C_ends_everything()
    {
        await using var demo = LauncherProcess.Start(["demo"]);
        var app = await demo.WaitForLineAsync(@"The app answers at (\S+) ", Patience);

        await demo.InterruptAsync();

        Assert.Equal(130, await demo.WaitForExitAsync(Patience));
        Assert.False(await Ear.HearsAsync(new Uri(app.Groups[1].Value)));
        Assert.Empty(demo.LeftOvers);
    }
}
