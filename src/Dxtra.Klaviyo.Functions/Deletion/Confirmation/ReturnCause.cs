using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What brought a person back, as far as the first event of the new profile shows it.</summary>
internal static class ReturnCause
{
    /// <returns>The metric and the integration that it belongs to; null for what is not known.</returns>
    public static async Task<(string? Metric, string? Source)> FindAsync(KlaviyoClient klaviyo, string profileId, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var page in klaviyo.Events.SearchAsync(EventFilter.Profile(profileId), EventIncludes.Metric, EventSort.OldestFirst, pageSize: 1, cancellationToken))
            {
                var metric = page.Included.FirstOrDefault(resource => resource.Type == "metric" && page.Items is [var first, ..] && resource.Id == first.RelatedId("metric"));
                var attributes = metric?.Json.Member("attributes");
                return (attributes.Text("name"), attributes.Member("integration").Text("name"));
            }
        }
        catch (KlaviyoException)
        {
            // The return is certain without its cause.
        }

        return (null, null);
    }
}
