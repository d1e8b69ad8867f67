using System.Collections.Concurrent;

namespace Dxtra.Klaviyo.Functions.Tests;

internal sealed class FakeCaseFiles : ICaseFiles
{
    private readonly ConcurrentDictionary<string, byte[]> _files = new();

    public Task WriteAsync(string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken)
    {
        _files[name] = content.ToArray();
        return Task.CompletedTask;
    }

    public Task<byte[]> AddAsync(string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken) =>
        Task.FromResult(_files.GetOrAdd(name, content.ToArray()));

    public Task<byte[]?> FindAsync(string name, CancellationToken cancellationToken) => Task.FromResult(_files.GetValueOrDefault(name));

    public Task DeleteAllAsync(string prefix, CancellationToken cancellationToken)
    {
        foreach (var name in _files.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
            _files.TryRemove(name, out _);
        return Task.CompletedTask;
    }
}
