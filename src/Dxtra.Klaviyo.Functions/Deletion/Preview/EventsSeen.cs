using System.Text.Json;
using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What the newest events of a profile show: how many there are, the last order, the flows that lately reached the person.</summary>
internal sealed class EventsSeen(DateTimeOffset now)
{
    /// <summary>5,000 events are shown as a number; beyond, as "at least".</summary>
    private const int MostPages = 5;

    private static readonly TimeSpan Lately = TimeSpan.FromDays(90);

    private readonly HashSet<string> _ids = [];
    private readonly Dictionary<string, DateTimeOffset> _flows = [];

    public int Count => _ids.Count;

    /// <summary>There are more than were counted.</summary>
    public bool AtLeast { get; private set; }

    public LastOrder? LastOrder { get; private set; }

    /// <summary>Flows with the time of the latest event that names them.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Flows => _flows;

    /// <summary>Null when the key may not see events.</summary>
    public static async Task<EventsSeen?> ReadAsync(KlaviyoClient klaviyo, string profileId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var include in new[] { EventIncludes.Metric | EventIncludes.Attributions, EventIncludes.None })
        {
            try
            {
                return await ReadAsync(
                    klaviyo.Events.SearchAsync(EventFilter.Profile(profileId), include, EventSort.NewestFirst, cancellationToken: cancellationToken), now);
            }
            catch (KlaviyoPermissionException)
            {
                // Perhaps only what comes along is refused.
            }
        }

        return null;
    }

    private static async Task<EventsSeen> ReadAsync(IAsyncEnumerable<KlaviyoPage<EventAttributes>> pages, DateTimeOffset now)
    {
        var (seen, read) = (new EventsSeen(now), 0);
        await foreach (var page in pages)
        {
            seen.Add(page);
            if (++read < MostPages)
                continue;
            seen.AtLeast = page.HasMore;
            break;
        }

        return seen;
    }

    private void Add(KlaviyoPage<EventAttributes> page)
    {
        var included = page.Included.ToLookup(resource => (resource.Type, resource.Id));
        foreach (var item in page.Items.Where(item => _ids.Add(item.Id)))
        {
            if (TimeOf(item.Attributes) is not { } at)
                continue;
            var metric = included[("metric", item.RelatedId("metric") ?? "")].FirstOrDefault()?.Json.Member("attributes").Text("name");
            if (metric == "Placed Order" && (LastOrder is null || LastOrder.At < at))
                LastOrder = OrderOf(item.Attributes.EventProperties, at);
            if (at > now - Lately)
                foreach (var flow in FlowsOf(item, included))
                    _flows[flow] = _flows.TryGetValue(flow, out var seen) && seen > at ? seen : at;
        }
    }

    private static IEnumerable<string> FlowsOf(
        KlaviyoResource<EventAttributes> item, ILookup<(string Type, string Id), KlaviyoResource<JsonElement>> included) =>
        item.Related("attributions").SelectMany(id => included[(id.Type, id.Id)]).Select(attribution => attribution.RelatedId("flow"))
            .Append(item.Attributes.EventProperties.FirstOf("$flow", "$flow_id").AsText()).OfType<string>();

    private static LastOrder OrderOf(JsonElement? properties, DateTimeOffset at) => new(
        at, properties.Member("$value").AsNumber(), properties.FirstOf("$value_currency", "$currency_code", "Currency", "currency").AsText());

    private static DateTimeOffset? TimeOf(EventAttributes attributes) =>
        attributes.Datetime ?? (attributes.Timestamp is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null);
}
