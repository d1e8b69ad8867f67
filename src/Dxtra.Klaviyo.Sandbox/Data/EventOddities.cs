using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>What one event's resource object lacks or has in another form. None of it was recorded; a reader must live with all of it.</summary>
[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<EventOddities>))]
internal enum EventOddities
{
    None = 0,

    /// <summary>The relationship to the profile has no data.</summary>
    NoProfile = 1,

    /// <summary>The relationship to the metric has no data.</summary>
    NoMetric = 2,

    /// <summary><c>timestamp</c> is null.</summary>
    NoTimestamp = 4,

    /// <summary><c>datetime</c> is null.</summary>
    NoDatetime = 8,

    /// <summary><c>datetime</c> has a space in place of the T.</summary>
    SpacedDatetime = 16,
}
