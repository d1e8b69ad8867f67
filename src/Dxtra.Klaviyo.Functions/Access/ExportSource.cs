using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What the writers of all formats read from: the document, and the rows of its parts, which stream.</summary>
/// <param name="document">What the export is about.</param>
/// <param name="open">Opens a file of a part by its name inside the request's folder of parts.</param>
internal sealed class ExportSource(ExportDocument document, Func<string, CancellationToken, Task<Stream>> open)
{
    /// <summary>More than the client reads, for a row may be a level or two around what Klaviyo sent.</summary>
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 320 };

    private readonly Dictionary<(int, string), PartResult> _parts = document.Parts.ToDictionary(part => (part.Profile, part.Category));

    public ExportDocument Document { get; } = document;

    /// <summary>What came of reading a category of a profile; null when it was not asked for.</summary>
    public PartResult? Part(int profile, string category) => _parts.GetValueOrDefault((profile, category));

    /// <summary>The rows as they lie in storage, each one JSON object in UTF-8, valid until the next one is asked for.</summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> LinesAsync(
        int profile, string category, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in Part(profile, category)?.Files ?? [])
        {
            await using var stream = await open(file, cancellationToken);
            await foreach (var line in Utf8Lines.ReadAsync(stream, cancellationToken))
                yield return line;
        }
    }

    /// <summary>The rows, each valid until the next one is asked for: copy what is to be kept.</summary>
    public async IAsyncEnumerable<JsonElement> RowsAsync(
        int profile, string category, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in Part(profile, category)?.Files ?? [])
        {
            await using var stream = await open(file, cancellationToken);
            await foreach (var row in RowsAsync(stream, cancellationToken))
                yield return row;
        }
    }

    public static JsonDocument Parse(ReadOnlyMemory<byte> line) => JsonDocument.Parse(line, Deep);

    /// <summary>The rows of one file, each valid until the next one is asked for.</summary>
    public static async IAsyncEnumerable<JsonElement> RowsAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in Utf8Lines.ReadAsync(stream, cancellationToken))
        {
            using var row = Parse(line);
            yield return row.RootElement;
        }
    }

    /// <summary>The row of a category of at most one, independent of this source; null when there is none.</summary>
    public async Task<JsonElement?> SingleAsync(int profile, string category, CancellationToken cancellationToken)
    {
        await foreach (var row in RowsAsync(profile, category, cancellationToken))
            return row.Clone();
        return null;
    }
}
