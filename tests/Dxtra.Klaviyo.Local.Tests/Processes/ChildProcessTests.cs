using System.Diagnostics;
using Dxtra.Klaviyo.Local.Processes;

namespace Dxtra.Klaviyo.Local.Tests.Processes;

public sealed class ChildProcessTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Exit_code_and_both_streams_are_kept()
    {
        await using var child = Node("console.log('out'); console.error('err'); process.exitCode = 7;");

        Assert.Equal(7, await child.WaitForExitAsync());
        Assert.Equal(["err", "out"], child.Output.LastLines.Order());
    }

    [Fact]
    public async Task Only_the_last_lines_stay_in_memory_and_all_of_them_in_the_log()
    {
        var log = Path.Combine(_folder.Path, "logs", "child.log");
        await using (var child = Node("for (let i = 1; i <= 100; i++) console.log(i);", log))
        {
            await child.WaitForExitAsync();
            Assert.Equal(Enumerable.Range(61, 40).Select(i => $"{i}"), child.Output.LastLines);
        }

        Assert.Equal(Enumerable.Range(1, 100).Select(i => $"{i}"), await File.ReadAllLinesAsync(log));
    }

    [Fact]
    public async Task Disposing_lets_the_child_end_in_good_order()
    {
        var log = Path.Combine(_folder.Path, "child.log");
        var child = Node("process.stdin.on('end', () => console.log('tidied up')).resume();", log);

        await child.DisposeAsync();

        Assert.Equal("tidied up", (await File.ReadAllTextAsync(log)).Trim());
    }

    [Fact]
    public async Task A_killed_child_has_ended()
    {
        await using var child = Node("setInterval(() => {}, 1000);");

        await child.KillAsync();

        Assert.NotEqual(0, await child.WaitForExitAsync());
    }

    private static ChildProcess Node(string script, string? log = null) =>
        ChildProcess.Start(new ProcessStartInfo("node", ["-e", script]), new ChildOutput(log));
}
