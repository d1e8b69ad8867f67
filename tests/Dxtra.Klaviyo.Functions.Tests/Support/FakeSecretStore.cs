using System.Collections.Concurrent;

namespace Dxtra.Klaviyo.Functions.Tests;

internal sealed class FakeSecretStore : ISecretStore
{
    private readonly ConcurrentDictionary<string, string> _secrets = new();

    public IReadOnlyDictionary<string, string> Secrets => _secrets;

    public Task<string?> FindAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult(_secrets.TryGetValue(name, out var value) ? value : null);

    public Task SetAsync(string name, string value, CancellationToken cancellationToken)
    {
        _secrets[name] = value;
        return Task.CompletedTask;
    }

    public Task<string> GetOrAddAsync(string name, Func<string> create, CancellationToken cancellationToken) =>
        Task.FromResult(_secrets.GetOrAdd(name, _ => create()));
}
