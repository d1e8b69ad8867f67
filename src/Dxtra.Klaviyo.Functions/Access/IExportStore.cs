using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Where the parts of an export and the export itself lie.</summary>
internal interface IExportStore
{
    /// <summary>
    /// Writes a blob from what <paramref name="write"/> puts into the stream; it appears whole or not at all and replaces an
    /// earlier one of that name.
    /// </summary>
    Task<ExportFile> WriteAsync(string blobName, string contentType, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken);

    /// <summary>Reads a blob from its beginning as it streams.</summary>
    Task<Stream> OpenAsync(string blobName, CancellationToken cancellationToken);

    /// <summary>As <see cref="OpenAsync"/>; null when there is no such blob.</summary>
    Task<Stream?> TryOpenAsync(string blobName, CancellationToken cancellationToken);

    /// <summary>Removes every blob whose name begins so.</summary>
    Task DeleteAllAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>Makes every blob whose name begins so as young as one that is written now, for storage itself removes old ones.</summary>
    Task RenewAllAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>A read-only link to one blob that ends after <paramref name="lifetime"/> and downloads as <paramref name="fileName"/>.</summary>
    Task<Uri> SignLinkAsync(string blobName, string fileName, TimeSpan lifetime, CancellationToken cancellationToken);
}
