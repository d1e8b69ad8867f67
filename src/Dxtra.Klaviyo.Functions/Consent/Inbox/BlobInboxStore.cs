using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Container <c>inbox</c>, see <see cref="InboxNames"/>. What a listing shows stands in the blobs' metadata.</summary>
internal sealed class BlobInboxStore(BlobServiceClient service) : IInboxStore
{
    private readonly BlobContainerClient _container = service.GetBlobContainerClient("inbox");

    public async Task AddAsync(InboxItem item, byte[] sealedContent, CancellationToken cancellationToken)
    {
        try
        {
            await UploadAsync(item, sealedContent, new BlobRequestConditions { IfNoneMatch = ETag.All }, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            // It waits already: the sender repeats itself, or did not hear our answer.
        }
    }

    public IAsyncEnumerable<InboxItem> ReadAllAsync(InboxState state, CancellationToken cancellationToken) =>
        ReadAllAsync(state, InboxNames.PrefixOf(state), cancellationToken);

    public IAsyncEnumerable<InboxItem> ReadAllAsync(InboxState state, string controller, string processorId, CancellationToken cancellationToken) =>
        ReadAllAsync(state, InboxNames.PrefixOf(state, controller, processorId), cancellationToken);

    public async Task<CursorPage<InboxItem>> ReadAsync(
        InboxState state, string controller, string processorId, PageQuery query, CancellationToken cancellationToken)
    {
        await foreach (var page in PagesAsync(state, InboxNames.PrefixOf(state, controller, processorId), query, cancellationToken))
            return page;
        return new([], null);
    }

    public async Task<InboxItem?> FindAsync(InboxState state, string controller, string processorId, string id, CancellationToken cancellationToken)
    {
        try
        {
            var blob = _container.GetBlobClient(InboxNames.Of(state, controller, processorId, id));
            var properties = (await blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
            return InboxMetadata.Read(state, blob.Name, properties.Metadata, properties.ContentLength);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    public async Task<byte[]?> OpenAsync(InboxItem item, CancellationToken cancellationToken)
    {
        try
        {
            return (await BlobOf(item).DownloadContentAsync(cancellationToken)).Value.Content.ToArray();
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    public async Task MoveAsync(InboxItem before, InboxItem after, CancellationToken cancellationToken)
    {
        if (await OpenAsync(before, cancellationToken) is not { } content)
            return;
        await UploadAsync(after, content, conditions: null, cancellationToken);
        await RemoveAsync(before, cancellationToken);
    }

    public async Task NoteAsync(InboxItem item, CancellationToken cancellationToken)
    {
        try
        {
            await BlobOf(item).SetMetadataAsync(InboxMetadata.Of(item), cancellationToken: cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            // It was worked off meanwhile.
        }
    }

    public Task RemoveAsync(InboxItem item, CancellationToken cancellationToken) => BlobOf(item).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    private BlobClient BlobOf(InboxItem item) => _container.GetBlobClient(InboxNames.Of(item.State, item.ControllerDid, item.ProcessorId, item.Id));

    /// <summary>The container is made when it is missed: looking first would cost every message a call.</summary>
    private async Task UploadAsync(InboxItem item, byte[] content, BlobRequestConditions? conditions, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions { Conditions = conditions, Metadata = InboxMetadata.Of(item) };
        try
        {
            await BlobOf(item).UploadAsync(BinaryData.FromBytes(content), options, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            await _container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await BlobOf(item).UploadAsync(BinaryData.FromBytes(content), options, cancellationToken);
        }
    }

    private async IAsyncEnumerable<InboxItem> ReadAllAsync(InboxState state, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in PagesAsync(state, prefix, PageQuery.Largest, cancellationToken))
            foreach (var item in page.Items)
                yield return item;
    }

    private async IAsyncEnumerable<CursorPage<InboxItem>> PagesAsync(
        InboxState state, string prefix, PageQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = _container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix, cancellationToken)
            .AsPages(query.ContinuationToken, query.Limit).GetAsyncEnumerator(cancellationToken);
        await using (pages)
        {
            while (await MoveNextAsync(pages))
            {
                var items = pages.Current.Values.Select(blob => InboxMetadata.Read(state, blob.Name, blob.Metadata, blob.Properties.ContentLength ?? 0));
                yield return new([.. items.OfType<InboxItem>()], Cursor.Encode(pages.Current.ContinuationToken));
            }
        }
    }

    /// <summary>Before the first message there is no container, and nothing in it.</summary>
    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<Page<BlobItem>> pages)
    {
        try
        {
            return await pages.MoveNextAsync();
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return false;
        }
    }
}
