using System.Text.Json;
using Azure;
using Azure.Data.Tables;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>A row of a person's partition: what holds for a channel (<c>channel|h</c>), or a line (<c>channel|l|source</c>).</summary>
internal sealed class LedgerRow : ITableEntity
{
    private const string LineKind = "line";
    private const string HeldKind = "held";

    public string PartitionKey { get; set; } = "";
    public string RowKey { get; set; } = "";
    public DateTimeOffset? Timestamp { get; set; }
    public ETag ETag { get; set; }
    public string Kind { get; set; } = "";
    public string Channel { get; set; } = "";
    public string? ListId { get; set; }
    public string Json { get; set; } = "";

    public bool IsHeld => Kind == HeldKind;

    public static LedgerRow Of(LedgerKey key, LedgerLine line) => Of(key, LineKind, $"{key.ChannelKey}|l|{line.SourceHash}", JsonOf(line));

    public static LedgerRow Of(LedgerKey key, ConsentHeld held) => Of(key, HeldKind, $"{key.ChannelKey}|h", JsonOf(held));

    public static string OfHistory(LedgerKey key) => TableClient.CreateQueryFilter(
        $"PartitionKey eq {PartitionOf(key.Subject)} and RowKey ge {key.ChannelKey + "|"} and RowKey lt {key.ChannelKey + "}"}");

    public static string OfHeld(LedgerSubject subject, bool withLists)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(subject)} and Kind eq {HeldKind}");
        return withLists ? filter : filter + TableClient.CreateQueryFilter($" and Channel ne {nameof(ConsentChannel.List)}");
    }

    public static string OfAll(LedgerSubject subject) => TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(subject)}");

    public LedgerLine ToLine() => JsonSerializer.Deserialize<LedgerLine>(Json, Hosting.Json.Options)!;

    public ConsentHeld ToHeld() => JsonSerializer.Deserialize<ConsentHeld>(Json, Hosting.Json.Options)!;

    public LedgerKey KeyOf(LedgerSubject subject) => new(subject, Enum.Parse<ConsentChannel>(Channel), ListId);

    private static LedgerRow Of(LedgerKey key, string kind, string row, string json) => new()
    {
        PartitionKey = PartitionOf(key.Subject),
        RowKey = row,
        Kind = kind,
        Channel = key.Channel.ToString(),
        ListId = key.ListId,
        Json = json,
    };

    private static string PartitionOf(LedgerSubject subject) => $"{subject.Controller}|{subject.ProcessorId}|{subject.SubjectKey}";

    private static string JsonOf<T>(T value) => JsonSerializer.Serialize(value, Hosting.Json.Options);
}
