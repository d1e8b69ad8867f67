using System.Text.Json;
using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Every event, oldest first, with the name of its metric and what Klaviyo attributes it to.</summary>
internal sealed class EventsPartReader : IPartReader
{
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
        var metric = included[("metric", item.RelatedId("metric") ?? "")].FirstOrDefault();
        var attributions = item.Related("attributions").SelectMany(id => included[(id.Type, id.Id)]).Select(resource => resource.Json);
        return JsonSerializer.SerializeToElement(new Row(NameOf(metric), item.Json, [.. attributions]), Hosting.Json.Options);
    }

    private static string? NameOf(KlaviyoResource<JsonElement>? metric) =>
        metric?.Attributes is { ValueKind: JsonValueKind.Object } attributes && attributes.TryGetProperty("name", out var name)
            ? name.GetString()
            : null;

    /// <param name="Metric">Name of the metric; null when Klaviyo no longer knows it.</param>
    /// <param name="Event">The event as Klaviyo sent it.</param>
    /// <param name="Attributions">The attribution resources as Klaviyo sent them.</param>
    private sealed record Row(string? Metric, JsonElement Event, IReadOnlyList<JsonElement> Attributions);
}
