using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>An event of Klaviyo's as a webhook or the synchronisation brought it. What it does not name is null.</summary>
/// <param name="Id">The event id: the same whichever way it came.</param>
/// <param name="Topic">The webhook topic (<c>event:klaviyo.unsubscribed_from_email_marketing</c>).</param>
/// <param name="MetricId">The account's id of the metric.</param>
/// <param name="ProfileId">Whom it is about.</param>
/// <param name="At">The event's own time.</param>
/// <param name="Properties">Klaviyo's <c>event_properties</c>.</param>
internal sealed record ArrivedEvent(string Id, string? Topic, string? MetricId, string? ProfileId, DateTimeOffset? At, JsonElement Properties)
{
    /// <summary>The type alone: this is a person's data and does not belong in a log.</summary>
    public override string ToString() => nameof(ArrivedEvent);
}
