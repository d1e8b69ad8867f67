namespace Dxtra.Klaviyo.Local.Tests.CommandLine;

public sealed class ArgumentTests
{
    [Theory]
    [InlineData("'--controller' is required", "token")]
    [InlineData("--controller takes a decentralised identifier", "token", "--controller", "a-shop")]
    [InlineData("--app-port takes a number from 1 to 65535", "--app-port", "0")]
    [InlineData("--sandbox-port takes a number from 1 to 65535", "--sandbox-port", "65536")]
    [InlineData("--azurite-port takes a number from 1 to 65533", "--azurite-port", "65534")]
    [InlineData("--app-port takes a number from 1 to 65535", "--app-port", "seven")]
    [InlineData("dmeo", "dmeo")]
    public async Task A_wrong_argument_is_named_and_nothing_is_started(string reason, params string[] args)
    {
        var run = await CommandLineRun.OfAsync(args);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_every_option_and_command()
    {
        var run = await CommandLineRun.OfAsync(["--help"]);

        Assert.Equal(0, run.ExitCode);
        Assert.All(
            ["--app-port", "--sandbox-port", "--azurite-port", "--data", "demo", "token"],
            name => Assert.Contains(name, run.Output, StringComparison.Ordinal));
    }
}
