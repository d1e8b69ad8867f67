using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Accounts;
using Microsoft.Extensions.Logging;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Which metrics of an account say something of consent. Klaviyo's own alone, whatever others call theirs; looked up by name once and known
/// by id from then on.
/// </summary>
internal sealed partial class ConsentMetrics(
    IKlaviyoConnections connections, IMetricBookStore store, TimeProvider time, ILogger<ConsentMetrics> logger)
{
    /// <summary>A metric comes into being with its first event, so a book is looked up again when there may be a new one, but not more often.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Controller, string ProcessorId), MetricBook> _books = new();

    /// <summary>The slug by metric id.</summary>
    /// <param name="controller">Whose account it is.</param>
    /// <param name="processorId">The account.</param>
    /// <param name="isNewPossible">Something was seen that may belong to a metric that is not in the book.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(
        string controller, string processorId, bool isNewPossible, CancellationToken cancellationToken)
    {
        var book = _books.GetValueOrDefault((controller, processorId)) ?? await store.FindAsync(controller, processorId, cancellationToken);
        if (book is null || (isNewPossible && time.GetUtcNow() - book.ReadAt >= Fresh))
        {
            book = await ReadAsync(controller, processorId, book ?? MetricBook.Empty, cancellationToken);
            await store.WriteAsync(controller, processorId, book, cancellationToken);
        }

        _books[(controller, processorId)] = book;
        return book.SlugById;
    }

    private async Task<MetricBook> ReadAsync(string controller, string processorId, MetricBook known, CancellationToken cancellationToken)
    {
        try
        {
            var now = time.GetUtcNow();
            var klaviyo = await connections.OpenAsync(controller, processorId, now + Fresh, cancellationToken);
            var metrics = await klaviyo.Metrics.ListAsync(cancellationToken).ItemsAsync(cancellationToken).ToListAsync(cancellationToken);
            var found = metrics.Where(IsKlaviyos).Select(metric => KeyValuePair.Create(metric.Id, ConsentSayings.SlugOfMetric(metric.Attributes.Name ?? "")))
                .Where(pair => ConsentSayings.AreKnown(pair.Value)).ToImmutableDictionary();
            foreach (var (id, slug) in known.SlugById.Where(pair => !found.ContainsKey(pair.Key)))
                Log.Vanished(logger, processorId, id, slug);
            return new(known.SlugById.SetItems(found), now);
        }
        catch (KlaviyoPermissionException)
        {
            // The key may not read metrics: consent is told by topics and by the profiles themselves.
            return known with { ReadAt = time.GetUtcNow() };
        }
    }

    private static bool IsKlaviyos(KlaviyoResource<MetricAttributes> metric) =>
        metric.Attributes.Integration is { } integration
        && ("klaviyo".Equals(integration.Key, StringComparison.OrdinalIgnoreCase) || "klaviyo".Equals(integration.Name, StringComparison.OrdinalIgnoreCase));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Processor {ProcessorId}: the metric {MetricId}, known as {Slug}, is gone or has another name; its events are still understood")]
        public static partial void Vanished(ILogger logger, string processorId, string metricId, string slug);
    }
}
