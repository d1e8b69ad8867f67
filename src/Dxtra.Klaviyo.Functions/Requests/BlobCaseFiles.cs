using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Container <c>cases</c>.</summary>
internal sealed class BlobCaseFiles(BlobServiceClient service) : ICaseFiles
{
    private readonly BlobContainerClient _container = service.GetBlobContainerClient("cases");

    public async Task WriteAsync(string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken)
    {
        await _container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await UploadAsync(name, content, contentType, conditions: null, cancellationToken);
    }

    public async Task<byte[]> AddAsync(string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken)
    {
        await _container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        try
        {
            await UploadAsync(name, content, contentType, new BlobRequestConditions { IfNoneMatch = ETag.All }, cancellationToken);
            return content.ToArray();
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            return await FindAsync(name, cancellationToken) ?? throw new InvalidOperationException("A file of a case vanished while it was read.");
        }
    }

    public async Task<byte[]?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await _container.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content.ToArray();
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    public async Task DeleteAllAsync(string prefix, CancellationToken cancellationToken)
    {
        await _container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await foreach (var blob in _container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken))
            await _container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellationToken);
    }

    private Task UploadAsync(
        string name, ReadOnlyMemory<byte> content, string contentType, BlobRequestConditions? conditions, CancellationToken cancellationToken) =>
        _container.GetBlobClient(name).UploadAsync(
            BinaryData.FromBytes(content),
            new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType }, Conditions = conditions },
            cancellationToken);
}
