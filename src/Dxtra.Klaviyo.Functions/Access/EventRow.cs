using System.Text.Json;
using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A row of <see cref="Categories.Events"/> with what orders it.</summary>
/// <param name="Time">Unix seconds; null when the event has no time.</param>
/// <param name="Id">The event's id.</param>
/// <param name="Bytes">The row.</param>
internal readonly record struct EventRow(long? Time, string Id, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The rows of a page, kept on a shelf or, without one, each for itself.</summary>
    public static IEnumerable<EventRow> Of<T>(KlaviyoPage<T> page, MessageNames? names, RowShelf? shelf)
    {
        var included = page.Included.ToLookup(resource => (resource.Type, resource.Id));
        return page.Items.Select(item => Of(item, included, names, shelf));
    }

    /// <summary>Oldest first; within a second by id, as Klaviyo does.</summary>
    public static int Compare(EventRow one, EventRow other) =>
        (one.Time ?? long.MinValue, one.Id).CompareTo((other.Time ?? long.MinValue, other.Id)) is var byTime && one.Time == other.Time
            ? string.CompareOrdinal(one.Id, other.Id)
            : byTime;

    private static EventRow Of<T>(
        KlaviyoResource<T> item, ILookup<(string Type, string Id), KlaviyoResource<JsonElement>> included, MessageNames? names, RowShelf? shelf)
    {
        var metric = included[("metric", item.RelatedId("metric") ?? "")].FirstOrDefault();
        var attributions = item.Related("attributions").SelectMany(id => included[(id.Type, id.Id)]).ToList();
        var bytes = RowBytes.Of(json =>
        {
            json.Write("metric", metric?.Json.Member("attributes").Member("name"));
            json.Write("event", item.Json);
            json.WriteStartArray("attributions");
            foreach (var attribution in attributions)
                RowBytes.Write(json, attribution.Json);
            json.WriteEndArray();
            json.WriteStartArray("attributedTo");
            foreach (var attribution in attributions)
                WriteNames(json, attribution, names);
            json.WriteEndArray();
        }, shelf);
        return new(TimeOf(item), item.Id, bytes);
    }

    private static void WriteNames(Utf8JsonWriter json, KlaviyoResource<JsonElement> attribution, MessageNames? names)
    {
        var (campaign, flow) = (attribution.RelatedId("campaign"), attribution.RelatedId("flow"));
        json.WriteStartObject();
        json.WriteString("campaignId", campaign);
        json.WriteString("campaignName", names?.Campaign(campaign));
        json.WriteString("flowId", flow);
        json.WriteString("flowName", names?.Flow(flow));
        json.WriteString("messageId", attribution.RelatedId("campaign-message") ?? attribution.RelatedId("flow-message"));
        json.WriteEndObject();
    }

    private static long? TimeOf<T>(KlaviyoResource<T> item)
    {
        var attributes = item.Json.Member("attributes");
        return attributes.Member("timestamp").AsNumber() is { } seconds and > -62_135_596_800 and < 253_402_300_800
            ? (long)seconds
            : attributes.Member("datetime").AsUnixSeconds();
    }
}
