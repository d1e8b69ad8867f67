using Azure;
using Azure.Data.Tables;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>A promise to tell the activity log of a line.</summary>
internal sealed class OwedRow : ITableEntity
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
    public string TakenBy { get; set; } = "";
    public DateTimeOffset Since { get; set; }
    public string SealedProfile { get; set; } = "";

    public static OwedRow Of(OwedEntry owed)
    {
        var (key, source, at) = owed.Place;
        return new()
        {
            PartitionKey = PartitionOf(key.Subject.Controller, key.Subject.ProcessorId),
            RowKey = $"{owed.TakenBy}|{key.Subject.SubjectKey}|{key.ChannelKey}|{source}",
            SubjectKey = key.Subject.SubjectKey,
            Channel = key.Channel.ToString(),
            ListId = key.ListId,
            SourceHash = source,
            Ticks = at.UtcTicks,
            TakenBy = owed.TakenBy,
            Since = owed.Since,
            SealedProfile = owed.SealedProfile,
        };
    }

    public static string Query(string controller, string processorId, DateTimeOffset olderThan) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(controller, processorId)} and Since lt {olderThan}");

    public OwedEntry ToOwed(string controller, string processorId)
    {
        var key = new LedgerKey(new(controller, processorId, SubjectKey), Enum.Parse<ConsentChannel>(Channel), ListId);
        return new(new(key, SourceHash, new(Ticks, TimeSpan.Zero)), TakenBy, Since, SealedProfile);
    }

    private static string PartitionOf(string controller, string processorId) => $"{controller}|{processorId}";
}
