using System.Text.Json;
using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Reads the account's consent events since a time, oldest first, and gives them to the desk. There is no upper bound: an event that is dated
/// ahead is to be known now, and new ones come behind those that are being read.
/// </summary>
internal sealed class ReadConsentEventsActivity(
    IKlaviyoConnections connections, ConsentMetrics metrics, IConsentEvents events, ConsentDesk desk, IOptions<ConsentOptions> options, TimeProvider time)
{
    private static readonly JsonElement NoProperties = JsonSerializer.SerializeToElement(new { });
    private static readonly TimeSpan DueIn = TimeSpan.FromMinutes(5);

    /// <param name="Work">The cycle's.</param>
    /// <param name="Since">Inclusive.</param>
    /// <param name="Fresh">What webhooks brought of then is counted by this cycle.</param>
    internal sealed record Input(RequestWork Work, DateTimeOffset Since, SyncSpan Fresh);

    [Function(nameof(ReadConsentEventsActivity))]
    public Task<OrLater<SyncPiece>> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken) =>
        Later.OrAsync(() => SyncPiece.OrRefusalAsync(() => ReadAsync(input, cancellationToken)));

    private async Task<SyncPiece> ReadAsync(Input input, CancellationToken cancellationToken)
    {
        var (controller, processorId) = (input.Work.ControllerDid, input.Work.ProcessorId);
        var slugs = await metrics.OfAsync(controller, processorId, isNewPossible: false, cancellationToken);
        if (slugs.Count == 0)
            return new(new());
        var klaviyo = await connections.OpenAsync(controller, processorId, time.GetUtcNow() + DueIn, cancellationToken);
        var (tally, pages, reach) = (new SyncTally(), 0, new SyncReach(input.Since));
        var filter = EventFilter.Metric(slugs.Keys.Order(StringComparer.Ordinal)).And(EventFilter.Since(input.Since));
        await foreach (var page in klaviyo.Events.SearchAsync(filter, sort: EventSort.OldestFirst, cancellationToken: cancellationToken))
        {
            var news = await events.ReadAsync(controller, processorId, [.. page.Items.Select(Arrived)], ConsentWay.Sync, cancellationToken);
            var taken = await desk.TakeAllAsync(controller, processorId, news, cancellationToken);
            tally += SyncTally.Of(taken, input.Fresh) with { Events = page.Items.Count };
            reach.See(page.Items.Select(TimeOf));
            if (++pages >= options.Value.PagesPerStep && page.HasMore && reach.After(TimeSpan.Zero) is { } next)
                return new(tally, next);
        }

        return new(tally);
    }

    private static ArrivedEvent Arrived(KlaviyoResource<EventAttributes> item) => new(
        item.Id, Topic: null, item.RelatedId("metric"), item.RelatedId("profile"), TimeOf(item), item.Attributes.EventProperties ?? NoProperties);

    private static DateTimeOffset? TimeOf(KlaviyoResource<EventAttributes> item) =>
        item.Attributes.Datetime ?? (item.Attributes.Timestamp is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null);
}
