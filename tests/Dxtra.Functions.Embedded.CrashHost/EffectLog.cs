using System.Text;

namespace Dxtra.Functions.Embedded.CrashHost;

/// <summary>The side effects of activities: one line each, in one write, so that a kill leaves none by half.</summary>
internal sealed class EffectLog(string path) : IDisposable
{
    private readonly FileStream _file = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
    private readonly Lock _gate = new();

    public void Add(string effect)
    {
        lock (_gate)
            _file.Write(Encoding.UTF8.GetBytes(effect + "\n"));
    }

    public void Dispose() => _file.Dispose();
}
