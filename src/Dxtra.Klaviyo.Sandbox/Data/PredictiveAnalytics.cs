namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>What a person bought and is expected to buy; money in the account's currency.</summary>
internal sealed record PredictiveAnalytics
{
    public double HistoricClv { get; init; }

    public double PredictedClv { get; init; }

    public int HistoricOrders { get; init; }

    public double PredictedOrders { get; init; }

    public double? DaysBetweenOrders { get; init; }

    public double AverageOrderValue { get; init; }

    public double ChurnProbability { get; init; }

    public DateTimeOffset? ExpectedNextOrder { get; init; }

    public IReadOnlyList<string> ChannelAffinity { get; init; } = [];
}
