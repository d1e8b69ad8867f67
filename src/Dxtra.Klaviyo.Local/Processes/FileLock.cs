namespace Dxtra.Klaviyo.Local.Processes;

/// <summary>A lock between processes: whoever has the file open alone holds it. The system lets go when that process ends.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits until the lock is free. Disposing the answer releases it.</summary>
    public static async Task<IDisposable> AcquireAsync(string path, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Pause);
        while (true)
        {
            if (TryOpen(path) is { } held)
                return held;

            await timer.WaitForNextTickAsync(ct);
        }
    }

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }
}
