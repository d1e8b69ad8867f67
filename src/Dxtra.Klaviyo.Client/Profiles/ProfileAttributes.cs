using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>A person as Klaviyo knows them.</summary>
public sealed record ProfileAttributes
{
    /// <summary>The primary address. A profile can have secondary ones, which Klaviyo does not show here.</summary>
    public string? Email { get; init; }

    /// <summary>E.164.</summary>
    public string? PhoneNumber { get; init; }

    public string? ExternalId { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Organization { get; init; }

    public string? Locale { get; init; }

    public string? Title { get; init; }

    public string? Image { get; init; }

    public DateTimeOffset? Created { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public DateTimeOffset? LastEventDate { get; init; }

    /// <summary>The most recent time the profile joined the list or segment whose members were read; null elsewhere.</summary>
    public DateTimeOffset? JoinedGroupAt { get; init; }

    public ProfileLocation? Location { get; init; }

    /// <summary>The custom properties, by name, as received.</summary>
    public JsonElement? Properties { get; init; }

    /// <summary>Only when asked for: <see cref="ProfileAdditionalFields.Subscriptions"/>.</summary>
    public ProfileSubscriptions? Subscriptions { get; init; }

    /// <summary>Only when asked for: <see cref="ProfileAdditionalFields.PredictiveAnalytics"/>.</summary>
    public PredictiveAnalytics? PredictiveAnalytics { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }

    /// <summary>The type alone: this is a person's data and does not belong in a log.</summary>
    public override string ToString() => nameof(ProfileAttributes);
}
