using Dxtra.Klaviyo.Sandbox.CommandLine;

namespace Dxtra.Klaviyo.Sandbox.Tests.CommandLine;

public sealed class SandboxCommandTests
{
    [Theory]
    [InlineData("seven")]
    [InlineData("-1")]
    [InlineData("65536")]
    public void A_port_that_is_none_is_refused_with_a_sentence(string port)
    {
        var parsed = SandboxCommand.Create().Parse(["--port", port]);

        Assert.Contains(parsed.Errors, error => error.Message == "--port takes a number from 0 to 65535.");
    }

    [Fact]
    public void Every_option_of_the_contract_is_taken()
    {
        var parsed = SandboxCommand.Create().Parse(["--port", "0", "--seed", "7", "--size", "large"]);

        Assert.Empty(parsed.Errors);
        Assert.Equal(0, parsed.GetValue<int>("--port"));
        Assert.Equal(7, parsed.GetValue<int>("--seed"));
        Assert.Equal(SandboxSize.Large, parsed.GetValue<SandboxSize>("--size"));
    }
}
