using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>Klaviyo's guesses about a person, in the account's currency. All null without a purchase history.</summary>
public sealed record PredictiveAnalytics
{
    public double? HistoricClv { get; init; }

    public double? PredictedClv { get; init; }

    public double? TotalClv { get; init; }

    public double? HistoricNumberOfOrders { get; init; }

    public double? PredictedNumberOfOrders { get; init; }

    public double? AverageDaysBetweenOrders { get; init; }

    public double? AverageOrderValue { get; init; }

    /// <summary>0 to 1.</summary>
    public double? ChurnProbability { get; init; }

    public DateTimeOffset? ExpectedDateOfNextOrder { get; init; }

    /// <summary>Channel names, the likeliest first; as received.</summary>
    public JsonElement? RankedChannelAffinity { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }
}
