using System.Diagnostics;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Dxtra.Functions.Embedded.Tests.Durable;

/// <summary>The CrashHost program on a directory of its own, to be run to its end or killed.</summary>
internal sealed class CrashProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _directory = Directory.CreateTempSubdirectory("durable-crash-").FullName;

    /// <summary>By instance: status and output.</summary>
    public Dictionary<string, string> Outcomes =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(_directory, "outcomes.json")))!;

    public IReadOnlyList<string> Effects => File.ReadAllLines(Path.Combine(_directory, "effects.log"));

    public async Task RunToEndAsync()
    {
        using var process = Start();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync();
            using var patience = new CancellationTokenSource(Patience);
            await process.WaitForExitAsync(patience.Token);
            Assert.True(process.ExitCode == 0, await output);
        }
        finally
        {
            process.Kill();
        }
    }

    /// <summary>Starts it and kills it a while later: after it has seeded its work, or at once after it was started.</summary>
    /// <returns>False when it had finished before.</returns>
    public async Task<bool> RunAndKillAsync(TimeSpan delay, bool onceSeeded)
    {
        using var process = Start();
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            while (onceSeeded && await process.StandardOutput.ReadLineAsync(patience.Token) is { } line && line != "SEEDED")
            {
            }

            using var wait = new CancellationTokenSource(delay);
            await process.WaitForExitAsync(wait.Token);
            Assert.Equal(0, process.ExitCode);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    /// <summary>Answers that stand more than once in the history of one execution.</summary>
    public long CountDoubledAnswers()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_directory, "data", "durable.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from (select 1 from history where kind in (10, 11, 12) group by execution, task having count(*) > 1)";
        return (long)command.ExecuteScalar()!;
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    // SIGKILL on Unix: the process gets no chance to tidy up.
    private Process Start() => Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Dxtra.Functions.Embedded.CrashHost.dll") },
        Environment =
        {
            ["Embedded__DataDirectory"] = Path.Combine(_directory, "data"),
            ["Embedded__ExitWithParent"] = "true",
            ["Crash__Directory"] = _directory,
            ["urls"] = "http://127.0.0.1:0",
        },
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        WorkingDirectory = _directory,
    })!;
}
