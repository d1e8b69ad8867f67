using Dxtra.Klaviyo.Sandbox.Resources.Consents;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>Something that somebody does about messages.</summary>
internal sealed record Act
{
    public required string ProfileId { get; init; }

    public required ActKind Kind { get; init; }

    /// <summary>For subscribing and unsubscribing: <c>email.marketing</c>, <c>sms.transactional</c>, …</summary>
    public string Channel { get; init; } = ConsentChannel.Email.Name;

    /// <summary>A list, by id or name.</summary>
    public string? List { get; init; }

    /// <summary>Klaviyo's word for how it came about; null: the usual one.</summary>
    public string? Method { get; init; }

    /// <summary>When the event happened, long ago or yet to come; null: now. The account learns of it now either way.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Which names the events of text messages have; null: those of the time.</summary>
    public TextNames? TextNames { get; init; }

    /// <summary>Whether the person confirmed by a mail.</summary>
    public bool? DoubleOptIn { get; init; }
}
