using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Container <c>exports</c>.</summary>
internal sealed class BlobExportStore(BlobServiceClient service, BlobLinks links) : IExportStore
{
    private readonly BlobContainerClient _container = service.GetBlobContainerClient("exports");

    public async Task<ExportFile> WriteAsync(
        string blobName, string contentType, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        await _container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await using var blocks = new BlockStream(_container.GetBlockBlobClient(blobName));
        await using var measured = new MeasuredStream(blocks);
        await write(measured, cancellationToken);
        await blocks.CommitAsync(contentType, cancellationToken);
        return new(blobName, measured.Length, measured.Sha256);
    }

    public async Task<Stream> OpenAsync(string blobName, CancellationToken cancellationToken) =>
        (await _container.GetBlobClient(blobName).DownloadStreamingAsync(cancellationToken: cancellationToken)).Value.Content;

    public async Task<Stream?> TryOpenAsync(string blobName, CancellationToken cancellationToken)
    {
        try
        {
            return await OpenAsync(blobName, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    public async Task DeleteAllAsync(string prefix, CancellationToken cancellationToken)
    {
        await foreach (var blob in _container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken))
            await _container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellationToken);
    }

    public async Task RenewAllAsync(string prefix, CancellationToken cancellationToken)
    {
        await foreach (var blob in _container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken))
            await _container.GetBlobClient(blob.Name).SetMetadataAsync(new Dictionary<string, string>(), cancellationToken: cancellationToken);
    }

    public Task<Uri> SignLinkAsync(string blobName, string fileName, TimeSpan lifetime, CancellationToken cancellationToken) =>
        links.SignAsync(_container.GetBlobClient(blobName), fileName, lifetime, cancellationToken);
}
