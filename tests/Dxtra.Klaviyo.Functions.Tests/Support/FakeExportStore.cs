using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Dxtra.Klaviyo.Functions.Tests;

internal sealed class FakeExportStore : IExportStore
{
    public ConcurrentDictionary<string, byte[]> Blobs { get; } = new();

    /// <summary>Set: reading a blob fails with what it gives for the blob's name.</summary>
    public Func<string, Exception?>? OpenFault { get; set; }

    public string Text(string blobName) => Encoding.UTF8.GetString(Blobs[blobName]);

    public async Task<ExportFile> WriteAsync(
        string blobName, string contentType, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        await write(stream, cancellationToken);
        var bytes = Blobs[blobName] = stream.ToArray();
        return new(blobName, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    public Task<Stream> OpenAsync(string blobName, CancellationToken cancellationToken) =>
        OpenFault?.Invoke(blobName) is { } fault ? Task.FromException<Stream>(fault) : Task.FromResult<Stream>(new MemoryStream(Blobs[blobName], writable: false));

    public async Task<Stream?> TryOpenAsync(string blobName, CancellationToken cancellationToken) =>
        Blobs.ContainsKey(blobName) ? await OpenAsync(blobName, cancellationToken) : null;

    public Task DeleteAllAsync(string prefix, CancellationToken cancellationToken)
    {
        foreach (var name in Blobs.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
            Blobs.TryRemove(name, out _);
        return Task.CompletedTask;
    }

    /// <summary>The folders that were renewed.</summary>
    public ConcurrentQueue<string> Renewed { get; } = new();

    public Task RenewAllAsync(string prefix, CancellationToken cancellationToken)
    {
        Renewed.Enqueue(prefix);
        return Task.CompletedTask;
    }

    public Task<Uri> SignLinkAsync(string blobName, string fileName, TimeSpan lifetime, CancellationToken cancellationToken) =>
        Task.FromResult(new Uri($"https://blobs.test/{blobName}?as={fileName}&for={lifetime.TotalMinutes}"));
}
