using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Events that name nobody, and kinds that say nothing of consent, have no news.</summary>
internal sealed class ConsentEvents(ConsentMetrics metrics, TimeProvider time) : IConsentEvents
{
    public async Task<IReadOnlyList<ConsentNews>> ReadAsync(
        string controller, string processorId, IReadOnlyCollection<ArrivedEvent> events, ConsentWay way, CancellationToken cancellationToken)
    {
        var slugs = await SlugsAsync(controller, processorId, events, cancellationToken);
        return
        [
            .. from arrived in events
               where arrived is { Id.Length: > 0, ProfileId.Length: > 0 }
               from fact in SayingsOf(arrived, slugs)
               let list = ListOf(arrived.Properties)
               where fact.Channel != ConsentChannel.List || list is not null
               select new ConsentNews(
                   arrived.Id, arrived.ProfileId!, fact.Channel, fact.State, arrived.At ?? time.GetUtcNow(), way,
                   fact.Method ?? MethodOf(arrived.Properties), list),
        ];
    }

    private static IReadOnlyList<ConsentSaying> SayingsOf(ArrivedEvent arrived, IReadOnlyDictionary<string, string> slugs)
    {
        var slug = arrived.Topic is { } topic ? ConsentSayings.SlugOfTopic(topic) : slugs.GetValueOrDefault(arrived.MetricId ?? "");
        return slug is null ? [] : ConsentSayings.Of(slug, arrived.Properties);
    }

    /// <summary>The metrics are asked for only when an event comes without a topic.</summary>
    private async Task<IReadOnlyDictionary<string, string>> SlugsAsync(
        string controller, string processorId, IReadOnlyCollection<ArrivedEvent> events, CancellationToken cancellationToken)
    {
        var ids = events.Where(arrived => arrived.Topic is null).Select(arrived => arrived.MetricId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (ids.Count == 0)
            return new Dictionary<string, string>();
        var known = await metrics.OfAsync(controller, processorId, isNewPossible: false, cancellationToken);
        return ids.All(known.ContainsKey) ? known : await metrics.OfAsync(controller, processorId, isNewPossible: true, cancellationToken);
    }

    private static string? MethodOf(JsonElement properties) => properties.Text("Method") ?? properties.Text("$method");

    /// <summary>Klaviyo's events name a list by its name; by its id only where somebody put that in.</summary>
    private static string? ListOf(JsonElement properties) =>
        ((JsonElement?)properties).FirstOf("$list_id", "list_id", "List ID", "List").AsText();
}
