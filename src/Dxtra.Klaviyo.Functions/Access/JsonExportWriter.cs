using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Writes the JSON export (docs/access-export.md) as a stream: rows pass from the parts into the file one at a time, with
/// every field that Klaviyo sent.
/// </summary>
internal sealed class JsonExportWriter(ExportDocument document, Func<PartResult, CancellationToken, Task<Stream>> open)
{
    public const string Schema = "urn:dxtra:klaviyo:access-export:1";

    /// <summary>Buffered bytes after which the writer is emptied into the file.</summary>
    private const int FlushBytes = 64 * 1024;

    private static readonly JsonWriterOptions Layout = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ILookup<(int Profile, string Category), PartResult> _parts =
        document.Parts.ToLookup(part => (part.Profile, part.Category));

    public async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(stream, Layout);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        Property(json, "request", RequestOf(document));
        Property(json, "subject", document.Subject);
        Property(json, "counts", AccessOutcome.CountsOf(document.Parts));
        json.WriteStartArray("profiles");
        for (var profile = 0; profile < document.Request.Profiles!.Count; profile++)
            await WriteProfileAsync(json, profile, cancellationToken);
        json.WriteEndArray();
        Property(json, "manifest", ManifestOf(document.Parts));
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    private async Task WriteProfileAsync(Utf8JsonWriter json, int profile, CancellationToken cancellationToken)
    {
        var found = document.Request.Profiles![profile];
        json.WriteStartObject();
        json.WriteString("profileId", found.ProfileId);
        Property(json, "foundBy", found.FoundBy);
        await WriteOneAsync(json, Categories.Profile, profile, cancellationToken);
        await WriteOneAsync(json, Categories.PredictiveAnalytics, profile, cancellationToken);
        foreach (var category in new[] { Categories.Lists, Categories.Segments, Categories.Events })
            await WriteManyAsync(json, category, profile, cancellationToken);
        json.WriteEndObject();
    }

    /// <summary>A category of at most one row: an object, or null when there is none.</summary>
    private async Task WriteOneAsync(Utf8JsonWriter json, string category, int profile, CancellationToken cancellationToken)
    {
        json.WritePropertyName(category);
        var empty = true;
        await foreach (var row in RowsAsync(category, profile, cancellationToken))
        {
            WriteRow(json, row);
            empty = false;
        }

        if (empty)
            json.WriteNullValue();
    }

    private async Task WriteManyAsync(Utf8JsonWriter json, string category, int profile, CancellationToken cancellationToken)
    {
        json.WriteStartArray(category);
        await foreach (var row in RowsAsync(category, profile, cancellationToken))
        {
            WriteRow(json, row);
            if (json.BytesPending > FlushBytes)
                await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
    }

    private async IAsyncEnumerable<string> RowsAsync(
        string category, int profile, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_parts[(profile, category)].SingleOrDefault() is not { Gap: null } part)
            yield break;
        await using var stream = await open(part, cancellationToken);
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync(cancellationToken) is { } row)
            yield return row;
    }

    /// <summary>Rows are lines of our own making. Another look at them would refuse what nests deeper than 64 levels.</summary>
    private static void WriteRow(Utf8JsonWriter json, string row) => json.WriteRawValue(row, skipInputValidation: true);

    private static object RequestOf(ExportDocument document) => new
    {
        document.Request.Id,
        document.Request.Kind,
        document.Request.Regulation,
        document.Request.ReceivedAt,
        document.Request.DueAt,
        Controller = document.Request.ControllerDid,
        Processor = new { document.Processor.Id, document.Processor.Name, document.Processor.Account },
        document.GeneratedAt,
    };

    private static object ManifestOf(IReadOnlyList<PartResult> parts) => new { Parts = parts, NotGivenByKlaviyo };

    private static void Property<T>(Utf8JsonWriter json, string name, T value)
    {
        json.WritePropertyName(name);
        JsonSerializer.Serialize(json, value, Hosting.Json.Options);
    }

    /// <summary>What a person may expect to find here and Klaviyo's API does not tell.</summary>
    private static readonly string[] NotGivenByKlaviyo =
    [
        "When a list or segment was left.",
        "Flows that were gone through without a message being sent.",
    ];
}
