namespace Dxtra.Klaviyo.Client;

/// <summary>What to change on a webhook. Null leaves a thing as it is.</summary>
public sealed record WebhookChange
{
    public string? Name { get; init; }

    /// <summary>https.</summary>
    public Uri? EndpointUrl { get; init; }

    public string? Secret { get; init; }

    public bool? Enabled { get; init; }

    /// <summary>Replaces all topics.</summary>
    public IReadOnlyCollection<string>? TopicIds { get; init; }

    /// <summary>The type alone: it may hold the signing secret.</summary>
    public override string ToString() => nameof(WebhookChange);
}
