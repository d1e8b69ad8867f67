namespace Dxtra.Klaviyo.Benchmarks.Measures;

/// <summary>One measured flood of webhook deliveries.</summary>
/// <param name="Receiver">Who took them: the app, or a bare endpoint that stores the same bytes in the same place.</param>
/// <param name="Events">How many events each delivery has.</param>
/// <param name="SideBySide">How many were under way at once.</param>
/// <param name="Count">How many were taken.</param>
/// <param name="Wall">From the first sent to the last answered.</param>
/// <param name="Median">Half were answered within this.</param>
/// <param name="Percentile99">99 of 100 were.</param>
internal sealed record DeliveryMeasurement(
    string Receiver, int Events, int SideBySide, int Count, TimeSpan Wall, TimeSpan Median, TimeSpan Percentile99)
{
    public const string App = "app";
    public const string Bare = "bare endpoint";

    public double PerSecond => Count / Wall.TotalSeconds;

    public static DeliveryMeasurement Of(string receiver, int events, int sideBySide, TimeSpan wall, IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return new(receiver, events, sideBySide, sorted.Count, wall, sorted[sorted.Count / 2], sorted[Math.Min(sorted.Count - 1, sorted.Count * 99 / 100)]);
    }
}
