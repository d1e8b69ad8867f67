using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>Events to add to a person.</summary>
internal sealed record NewEvents(IReadOnlyList<NewEvents.Item> Events)
{
    internal sealed record Item
    {
        /// <summary>The metric's name; it comes into being if it does not exist.</summary>
        public required string Metric { get; init; }

        /// <summary>Null: now.</summary>
        public DateTimeOffset? Time { get; init; }

        public JsonObject Properties { get; init; } = [];

        /// <summary>A repeat of person, metric and unique id is dropped; null makes every event unique.</summary>
        public string? UniqueId { get; init; }
    }
}
