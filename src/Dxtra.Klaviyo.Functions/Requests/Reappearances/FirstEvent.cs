using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>The oldest event of a profile: the best evidence of what made it.</summary>
internal static class FirstEvent
{
    /// <returns>The name of its metric and of the integration that the metric belongs to; null for what is not known.</returns>
    public static async Task<(string? Metric, string? Integration)> FindAsync(KlaviyoClient klaviyo, string profileId, CancellationToken cancellationToken)
    {
        await foreach (var page in klaviyo.Events.SearchAsync(EventFilter.Profile(profileId), EventIncludes.Metric, EventSort.OldestFirst, pageSize: 1, cancellationToken))
        {
            var metric = page.Included.FirstOrDefault(resource => resource.Type == "metric" && page.Items is [var first, ..] && resource.Id == first.RelatedId("metric"));
            var attributes = metric?.Json.Member("attributes");
            return (attributes.Text("name"), attributes.Member("integration").Text("name"));
        }

        return (null, null);
    }
}
