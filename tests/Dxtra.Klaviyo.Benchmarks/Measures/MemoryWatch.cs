using System.Globalization;

namespace Dxtra.Klaviyo.Benchmarks.Measures;

/// <summary>
/// Watches the memory of a process: its working set ten times a second, and the highest that the kernel ever saw (<c>VmHWM</c>), which
/// sampling would miss. Where there is no <c>/proc</c> nothing is known.
/// </summary>
internal sealed class MemoryWatch : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly List<long> _samples = [];
    private readonly string _file;
    private readonly Timer _timer;

    public MemoryWatch(int processId)
    {
        _file = $"/proc/{processId}/status";
        _timer = new Timer(_ => Sample(), state: null, TimeSpan.Zero, Pause);
    }

    /// <summary>The peak of the whole life of the process and the median working set since the watch began; null when not known.</summary>
    public MemoryUse? Read()
    {
        lock (_samples)
            return Field("VmHWM:") is { } peak && _samples.Count > 0 ? new(peak, _samples.Order().ElementAt(_samples.Count / 2)) : null;
    }

    public void Dispose() => _timer.Dispose();

    private void Sample()
    {
        if (Field("VmRSS:") is not { } bytes)
            return;
        lock (_samples)
            _samples.Add(bytes);
    }

    private long? Field(string name)
    {
        try
        {
            var line = File.ReadLines(_file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
            return line is null ? null : long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
