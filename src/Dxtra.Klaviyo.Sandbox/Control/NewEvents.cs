using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>Events to add to a person.</summary>
internal sealed record NewEvents(IReadOnlyList<NewEvents.Item> Events)
{
    internal sealed record Item
    {
        /// <summary>The metric's name; it comes into being if it does not exist. Null: the event has none.</summary>
        public required string? Metric { get; init; }

        /// <summary>In place of the name: an id as it is, which need not lead to a metric.</summary>
        public string? MetricId { get; init; }

        /// <summary>Null: now.</summary>
        public DateTimeOffset? Time { get; init; }

        public JsonObject Properties { get; init; } = [];

        /// <summary>A repeat of person, metric and unique id of an event that is there is dropped; null makes every event unique.</summary>
        public string? UniqueId { get; init; }

        /// <summary>The campaign that it is credited to, by id or name.</summary>
        public string? Campaign { get; init; }

        /// <summary>The flow that it is credited to, by id or name.</summary>
        public string? Flow { get; init; }

        /// <summary>What its resource object lacks, comma-separated: <c>NoTimestamp, SpacedDatetime</c>.</summary>
        public EventOddities Oddities { get; init; }
    }
}
