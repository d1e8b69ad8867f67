using System.Net;
using System.Net.Sockets;
using Dxtra.Klaviyo.Local.Processes;

namespace Dxtra.Klaviyo.Local.Tests.CommandLine;

public sealed class StackCommandTests
{
    [Theory]
    [InlineData("--app-port", 0)]
    [InlineData("--sandbox-port", 0)]
    [InlineData("--azurite-port", 0)]
    [InlineData("--azurite-port", 2)]
    public async Task A_port_in_use_is_named_with_the_option_that_changes_it(string option, int offset)
    {
        using var other = new TcpListener(IPAddress.Loopback, Ports.Free());
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        // The parts that are not under test get ports nobody else has, so that only this one can be the reason.
        string[] args = [.. OthersThan(option), option, $"{port - offset}"];

        var run = await CommandLineRun.OfAsync(args);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"Port {port} ", run.Error, StringComparison.Ordinal);
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> OthersThan(string option) =>
        from other in new[] { "--app-port", "--sandbox-port" }
        where other != option
        from part in new[] { other, $"{Ports.Free()}" }
        select part;
}
