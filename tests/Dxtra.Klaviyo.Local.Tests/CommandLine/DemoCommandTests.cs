namespace Dxtra.Klaviyo.Local.Tests.CommandLine;

public sealed class DemoCommandTests
{
    private const string Elsewhere = "https://klaviyo.example/";

    [Fact]
    public async Task A_Klaviyo_from_outside_needs_a_key()
    {
        var run = await CommandLineRun.OfAsync(["demo", "--email", "someone@shop.test"], new() { ["Klaviyo__BaseAddress"] = Elsewhere });

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("KLAVIYO_API_KEY", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Klaviyo_from_outside_needs_a_person()
    {
        var run = await CommandLineRun.OfAsync(
            ["demo"], new() { ["Klaviyo__BaseAddress"] = Elsewhere, ["KLAVIYO_API_KEY"] = "pk_0123456789" });

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--email", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("pk_", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_issuer_from_outside_cannot_be_used_by_the_demo()
    {
        var run = await CommandLineRun.OfAsync(["demo"], new() { ["Auth__Authority"] = "https://login.example/" });

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Auth__Authority", run.Error, StringComparison.Ordinal);
    }
}
