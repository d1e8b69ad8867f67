using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Makes a line findable by time: one row among all of a processor and one among those of its channel, so that a page costs the same
/// whatever else there is. Newest first.
/// </summary>
internal sealed class LedgerIndexRow : ITableEntity
{
    public string PartitionKey { get; set; } = "";
    public string RowKey { get; set; } = "";
    public DateTimeOffset? Timestamp { get; set; }
    public ETag ETag { get; set; }
    public string SubjectKey { get; set; } = "";
    public string Channel { get; set; } = "";
    public string? ListId { get; set; }
    public string SourceHash { get; set; } = "";
    public long Ticks { get; set; }

    public static IEnumerable<LedgerIndexRow> Of(LedgerPlace place) => [Of(place, null), Of(place, place.Key.Channel)];

    public static string Query(string controller, string processorId, LedgerFilter filter)
    {
        var query = TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(controller, processorId, filter.Channel)}");
        if (filter.To is { } to)
            query += TableClient.CreateQueryFilter($" and RowKey ge {Beginning(to.UtcTicks - 1)}");
        if (filter.From is { } from)
            query += TableClient.CreateQueryFilter($" and RowKey lt {Beginning(from.UtcTicks - 1)}");
        return query;
    }

    public LedgerPlace ToPlace(string controller, string processorId) => new(
        new(new(controller, processorId, SubjectKey), Enum.Parse<ConsentChannel>(Channel), ListId), SourceHash, new(Ticks, TimeSpan.Zero));

    private static LedgerIndexRow Of(LedgerPlace place, ConsentChannel? among) => new()
    {
        PartitionKey = PartitionOf(place.Key.Subject.Controller, place.Key.Subject.ProcessorId, among),
        RowKey = $"{Beginning(place.EffectiveAt.UtcTicks)}|{place.Key.Subject.SubjectKey}|{place.Key.ChannelKey}|{place.SourceHash}",
        SubjectKey = place.Key.Subject.SubjectKey,
        Channel = place.Key.Channel.ToString(),
        ListId = place.Key.ListId,
        SourceHash = place.SourceHash,
        Ticks = place.EffectiveAt.UtcTicks,
    };

    private static string PartitionOf(string controller, string processorId, ConsentChannel? channel) =>
        channel is null ? $"{controller}|{processorId}" : $"{controller}|{processorId}|{channel}";

    /// <summary>Descends with the time.</summary>
    private static string Beginning(long ticks) => (DateTime.MaxValue.Ticks - ticks).ToString("D19", CultureInfo.InvariantCulture);
}
