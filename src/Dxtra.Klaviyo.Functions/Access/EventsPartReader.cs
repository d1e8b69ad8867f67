using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Every event, oldest first: a row has <c>metric</c> (its name; null when Klaviyo no longer knows it), <c>event</c> and
/// <c>attributions</c> (the resources as Klaviyo sent them).
/// </summary>
internal sealed class EventsPartReader : IPartReader
{
    /// <summary>More than the client reads, for the row is a level around it.</summary>
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 300 };

    public string Category => Categories.Events;

    public string Operation => "get_events";

    public IAsyncEnumerable<PartPage> ReadAsync(KlaviyoClient klaviyo, string profileId, CancellationToken cancellationToken) =>
        klaviyo.Events.SearchAsync(
            EventFilter.Profile(profileId), EventIncludes.Metric | EventIncludes.Attributions, EventSort.OldestFirst,
            cancellationToken: cancellationToken).Select(RowsOf);

    private static PartPage RowsOf(KlaviyoPage<EventAttributes> page)
    {
        var included = page.Included.ToLookup(resource => (resource.Type, resource.Id));
        return new([.. page.Items.Select(item => RowOf(item, included))]);
    }

    private static JsonElement RowOf(
        KlaviyoResource<EventAttributes> item, ILookup<(string Type, string Id), KlaviyoResource<JsonElement>> included)
    {
        var row = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(row))
        {
            json.WriteStartObject();
            json.WritePropertyName("metric");
            WriteName(json, included[("metric", item.RelatedId("metric") ?? "")].FirstOrDefault());
            json.WritePropertyName("event");
            WriteAsReceived(json, item.Json);
            json.WriteStartArray("attributions");
            foreach (var resource in item.Related("attributions").SelectMany(id => included[(id.Type, id.Id)]))
                WriteAsReceived(json, resource.Json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return JsonElement.Parse(row.WrittenSpan, Deep);
    }

    private static void WriteName(Utf8JsonWriter json, KlaviyoResource<JsonElement>? metric)
    {
        if (metric?.Attributes is { ValueKind: JsonValueKind.Object } attributes && attributes.TryGetProperty("name", out var name))
            WriteAsReceived(json, name);
        else
            json.WriteNullValue();
    }

    /// <summary>Byte by byte: texts that were cut in the middle of a character do not go through a serializer.</summary>
    private static void WriteAsReceived(Utf8JsonWriter json, JsonElement element) =>
        json.WriteRawValue(JsonMarshal.GetRawUtf8Value(element), skipInputValidation: true);
}
