using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The parts of a request in storage. A repeat replaces what an earlier attempt wrote.</summary>
internal sealed class PartStore(IExportStore exports)
{
    private const string ContentType = "application/x-ndjson";

    /// <summary>Writes a part as one file; one without rows leaves no file.</summary>
    public Task<PartResult> WriteAsync(RequestWork work, PartResult empty, IAsyncEnumerable<PartPage> pages, CancellationToken cancellationToken) =>
        WriteAsync(work, empty, ExportNames.PartFile(empty.Profile, empty.Category), pages, cancellationToken);

    /// <inheritdoc cref="WriteAsync(RequestWork, PartResult, IAsyncEnumerable{PartPage}, CancellationToken)"/>
    public async Task<PartResult> WriteAsync(
        RequestWork work, PartResult empty, string file, IAsyncEnumerable<PartPage> pages, CancellationToken cancellationToken)
    {
        var part = new PartWriter(pages);
        var written = await exports.WriteAsync(ExportNames.Part(work, file), ContentType, part.WriteAsync, cancellationToken);
        return part.Rows == 0
            ? empty with { Pages = part.Pages }
            : empty with { Rows = part.Rows, Pages = part.Pages, Bytes = written.Bytes, Sha256 = written.Sha256, Files = [file] };
    }

    /// <summary>Rows that are at hand already.</summary>
    public Task<PartResult> WriteAsync(
        RequestWork work, PartResult empty, IReadOnlyList<ReadOnlyMemory<byte>> rows, CancellationToken cancellationToken) =>
        rows.Count == 0
            ? Task.FromResult(empty with { Pages = 1 })
            : WriteAsync(work, empty, new[] { new PartPage(rows) }.ToAsyncEnumerable(), cancellationToken);

    public Task<Stream?> TryOpenAsync(RequestWork work, string file, CancellationToken cancellationToken) =>
        exports.TryOpenAsync(ExportNames.Part(work, file), cancellationToken);

    public Task<Stream> OpenAsync(RequestWork work, string file, CancellationToken cancellationToken) =>
        exports.OpenAsync(ExportNames.Part(work, file), cancellationToken);
}
