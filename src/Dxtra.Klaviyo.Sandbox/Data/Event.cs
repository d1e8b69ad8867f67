namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>Something that happened. Compact, as an account holds hundreds of thousands.</summary>
internal sealed record Event
{
    /// <summary>Eleven characters.</summary>
    public required string Id { get; init; }

    /// <summary>Unix seconds.</summary>
    public required long Timestamp { get; init; }

    /// <summary>Null: the event belongs to nobody that can be resolved. Changes when profiles are merged or deleted.</summary>
    public string? ProfileId { get; set; }

    /// <summary>May name a metric that does not exist, or be null.</summary>
    public string? MetricId { get; init; }

    /// <summary>A JSON object in UTF-8. Changes when the person is redacted.</summary>
    public required byte[] Properties { get; set; }

    /// <summary>What is credited with it; null for most.</summary>
    public Attribution? Attribution { get; init; }

    public EventOddities Oddities { get; init; }

    public DateTimeOffset Time => DateTimeOffset.FromUnixTimeSeconds(Timestamp);
}
