namespace Dxtra.Klaviyo.Local.Processes;

/// <summary>What a child process prints: kept in a log file when there is one, and its last lines in memory for an error message.</summary>
/// <param name="logFile">Appended to; its folder is created. Null keeps the last lines only.</param>
/// <param name="onLine">Called for each line as it arrives.</param>
internal sealed class ChildOutput(string? logFile = null, Action<string>? onLine = null) : IDisposable
{
    private const int Kept = 40;

    private readonly Lock _lock = new();
    private readonly Queue<string> _last = new();
    private readonly StreamWriter? _log = Open(logFile);
    private bool _closed;

    public string? LogFile { get; } = logFile;

    /// <summary>The newest lines, oldest first.</summary>
    public IReadOnlyList<string> LastLines
    {
        get
        {
            lock (_lock)
                return [.. _last];
        }
    }

    /// <param name="line">Null, which ends a stream, is ignored.</param>
    public void Add(string? line)
    {
        if (line is null)
            return;

        lock (_lock)
        {
            if (_closed)
                return;

            _log?.WriteLine(line);
            _last.Enqueue(line);
            if (_last.Count > Kept)
                _last.Dequeue();
        }

        onLine?.Invoke(line);
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
            _log?.Dispose();
        }
    }

    private static StreamWriter? Open(string? file)
    {
        if (file is null)
            return null;

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        return new StreamWriter(stream) { AutoFlush = true };
    }
}
