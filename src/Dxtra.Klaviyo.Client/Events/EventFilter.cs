namespace Dxtra.Klaviyo.Client;

/// <summary>The filters that reading events takes.</summary>
public static class EventFilter
{
    /// <summary>Klaviyo takes one profile at a time.</summary>
    public static KlaviyoFilter Profile(string id) => KlaviyoFilter.Equals("profile_id", id);

    /// <summary>Not for custom metrics, which Klaviyo refuses here.</summary>
    public static KlaviyoFilter Metric(params IEnumerable<string> anyOf) =>
        anyOf.ToList() switch
        {
            [var only] => KlaviyoFilter.Equals("metric_id", only),
            var several => KlaviyoFilter.EqualsOneOf("metric_id", several),
        };

    /// <summary>Inclusive, by the time of the event.</summary>
    public static KlaviyoFilter Since(DateTimeOffset bound) => KlaviyoFilter.GreaterOrEqual("datetime", bound);

    /// <summary>Exclusive, by the time of the event.</summary>
    public static KlaviyoFilter Before(DateTimeOffset bound) => KlaviyoFilter.LessThan("datetime", bound);

    /// <summary>Leaves out events whose metric Klaviyo cannot resolve, which it otherwise returns since revision 2026-07-15.</summary>
    public static KlaviyoFilter HasMetric { get; } = KlaviyoFilter.Has("metric");

    public static KlaviyoFilter HasProfile { get; } = KlaviyoFilter.Has("profile");
}
