using System.Globalization;
using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What a digest asks of an event's row.</summary>
internal readonly struct HappenedEvent(JsonElement row)
{
    private readonly JsonElement? _attributes = row.Member("event").Member("attributes");

    public string? Metric { get; } = row.Text("metric");

    public string? Id => row.Member("event").Text("id");

    public JsonElement? Properties => _attributes.FirstOf("event_properties", "properties");

    /// <summary>Null when the event has no time.</summary>
    public DateTimeOffset? Time => _attributes.Member("timestamp").AsNumber() is { } seconds and > -62_135_596_800 and < 253_402_300_800
        ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
        : _attributes.Member("datetime").AsUnixSeconds() is { } parsed ? DateTimeOffset.FromUnixTimeSeconds(parsed) : null;

    /// <summary>RFC 3339 in UTC.</summary>
    public string? At => Format(Time);

    public string? MessageId => Properties.FirstOf("$message", "message_id").AsText() ?? Attributed("messageId");

    public string? FlowId => Properties.FirstOf("$flow", "$flow_id").AsText() ?? Attributed("flowId");

    public string? CampaignId => Properties.FirstOf("$campaign", "$campaign_id").AsText() ?? Attributed("campaignId");

    public decimal? Value => Properties.Member("$value").AsNumber();

    public string? Currency => Properties.FirstOf("$value_currency", "$currency_code", "Currency", "currency").AsText();

    public static string? Format(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private string? Attributed(string field) =>
        row.Member("attributedTo").Items().Select(credit => credit.Text(field)).FirstOrDefault(id => id is not null);
}
