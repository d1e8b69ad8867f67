using Dxtra.Klaviyo.Local.Demo;
using Dxtra.Klaviyo.Local.Display;
using Dxtra.Klaviyo.Local.Settings;

namespace Dxtra.Klaviyo.Local.Tests.Demo;

public sealed class DemoRunTests
{
    [Fact]
    public async Task A_run_that_takes_too_long_is_given_up_and_names_the_step()
    {
        using var output = new StringWriter();
        var options = new DemoOptions("unused", Email: null, Patience: TimeSpan.FromMilliseconds(1));
        var run = new DemoRun(options, new OutsideSettings(new Dictionary<string, string>()), new PlainDisplay(output));

        var failure = await Assert.ThrowsAsync<LauncherException>(() => run.RunAsync(CancellationToken.None));

        Assert.Contains("given up at the step \"Start Azurite\"", failure.Message, StringComparison.Ordinal);
    }
}
