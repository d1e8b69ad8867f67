using Microsoft.Extensions.Options;

namespace Dxtra.Functions.Embedded;

/// <summary>
/// The runtime's directory, made and locked for this process. Whatever keeps files there takes it from here, so that nothing
/// is touched without the lock. The system lets go of the lock when the process ends, however it ends.
/// </summary>
internal sealed class DataDirectory : IDisposable
{
    private readonly FileStream _lock;

    public DataDirectory(IOptions<EmbeddedOptions> options)
    {
        Path = System.IO.Path.GetFullPath(options.Value.DataDirectory);
        Directory.CreateDirectory(Path);
        _lock = Lock(System.IO.Path.Combine(Path, "process.lock"));
    }

    /// <summary>Absolute.</summary>
    public string Path { get; }

    public void Dispose() => _lock.Dispose();

    private FileStream Lock(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new InvalidOperationException(
                $"The data directory {Path} is in use by another process. Stop that one, or set Embedded:DataDirectory to another directory.", e);
        }
    }
}
