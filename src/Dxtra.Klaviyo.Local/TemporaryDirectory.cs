namespace Dxtra.Klaviyo.Local;

/// <summary>A fresh directory that is removed with everything in it.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("dxtra-").FullName;

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Left to the system's own cleaning: a run is not a failure because a file was still open.
        }
    }
}
