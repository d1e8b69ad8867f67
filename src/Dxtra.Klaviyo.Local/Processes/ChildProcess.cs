using System.ComponentModel;
using System.Diagnostics;

namespace Dxtra.Klaviyo.Local.Processes;

/// <summary>
/// A child whose standard input this process holds open. The children we start end when that pipe closes, so none of them
/// outlives this process, even one that is killed. Output goes to <see cref="Output"/>.
/// </summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    private readonly Process _process;
    private bool _disposed;

    private ChildProcess(Process process, ChildOutput output)
    {
        _process = process;
        Output = output;
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public ChildOutput Output { get; }

    /// <param name="start">File, arguments and environment; the pipes are set here.</param>
    /// <param name="output">Receives every line of both streams; disposed with the process.</param>
    /// <exception cref="Win32Exception">The file is missing or cannot be run.</exception>
    public static ChildProcess Start(ProcessStartInfo start, ChildOutput output)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => output.Add(line.Data);
        process.ErrorDataReceived += (_, line) => output.Add(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new ChildProcess(process, output);
    }

    /// <returns>The exit code, once the process has ended and all its output has been read.</returns>
    public async Task<int> WaitForExitAsync(CancellationToken ct = default)
    {
        await _process.WaitForExitAsync(ct);
        return _process.ExitCode;
    }

    /// <summary>Ends the process at once, without giving it a chance to tidy up.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Closes standard input, which asks the child to stop, and kills it when it has not stopped after a while.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;

        _disposed = true;
        _process.StandardInput.Close();
        try
        {
            await _process.WaitForExitAsync().WaitAsync(Grace);
        }
        catch (TimeoutException)
        {
            await KillAsync();
        }

        _process.Dispose();
        Output.Dispose();
    }
}
