using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Writes the JSON export (docs/access-export.md) as a stream: rows pass from the parts into the file one at a time, with
/// every field that Klaviyo sent.
/// </summary>
internal sealed class JsonExportWriter : IExportWriter
{
    public const string Schema = "urn:dxtra:klaviyo:access-export:2";

    /// <summary>Buffered bytes after which the writer is emptied into the file.</summary>
    private const int FlushBytes = 64 * 1024;

    private static readonly JsonWriterOptions Layout = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Format => ExportFormats.Json;

    public string Extension => "json";

    public string ContentType => "application/json";

    public async Task WriteAsync(ExportSource source, Stream stream, CancellationToken cancellationToken)
    {
        var facts = ExportFacts.Of(source.Document);
        await using var json = new Utf8JsonWriter(stream, Layout);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        Property(json, "request", facts.Request);
        Property(json, "subject", facts.Subject);
        Property(json, "counts", facts.Counts);
        json.WriteStartArray("profiles");
        for (var profile = 0; profile < source.Document.Request.Profiles!.Count; profile++)
            await WriteProfileAsync(json, source, profile, cancellationToken);
        json.WriteEndArray();
        Property(json, "manifest", facts.Manifest);
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    private static async Task WriteProfileAsync(Utf8JsonWriter json, ExportSource source, int profile, CancellationToken cancellationToken)
    {
        var found = source.Document.Request.Profiles![profile];
        json.WriteStartObject();
        json.WriteString("profileId", found.ProfileId);
        Property(json, "foundBy", found.FoundBy);
        if (found.MergedFrom is { } lost)
            json.WriteString("mergedFrom", lost);
        foreach (var category in Categories.All)
        {
            json.WritePropertyName(category);
            var rows = source.LinesAsync(profile, category, cancellationToken);
            await (Categories.IsSingle(category) ? WriteOneAsync(json, rows) : WriteManyAsync(json, rows, cancellationToken));
        }

        json.WriteEndObject();
    }

    /// <summary>A category of at most one row: an object, or null when there is none.</summary>
    private static async Task WriteOneAsync(Utf8JsonWriter json, IAsyncEnumerable<ReadOnlyMemory<byte>> rows)
    {
        var empty = true;
        await foreach (var row in rows)
        {
            WriteRow(json, row);
            empty = false;
        }

        if (empty)
            json.WriteNullValue();
    }

    private static async Task WriteManyAsync(
        Utf8JsonWriter json, IAsyncEnumerable<ReadOnlyMemory<byte>> rows, CancellationToken cancellationToken)
    {
        json.WriteStartArray();
        await foreach (var row in rows)
        {
            WriteRow(json, row);
            if (json.BytesPending > FlushBytes)
                await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
    }

    /// <summary>Rows are lines of our own making. Another look at them would refuse what nests deeper than 64 levels.</summary>
    private static void WriteRow(Utf8JsonWriter json, ReadOnlyMemory<byte> row) => json.WriteRawValue(row.Span, skipInputValidation: true);

    private static void Property<T>(Utf8JsonWriter json, string name, T value)
    {
        json.WritePropertyName(name);
        JsonSerializer.Serialize(json, value, Hosting.Json.Options);
    }
}
