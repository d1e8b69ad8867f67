namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Consent that Dxtra wants set in Klaviyo, as it is stored. No clear identifier: the subject is cipher text, keyed hash and mask, and the
/// cipher text goes when the order is over.
/// </summary>
internal sealed record ConsentOrder
{
    public required string Id { get; init; }
    public required string ControllerDid { get; init; }
    public required string ProcessorId { get; init; }

    /// <summary>The token subject of the caller.</summary>
    public required string Actor { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Empty once the order is over.</summary>
    public required string SubjectCipherText { get; init; }

    public required string SubjectKey { get; init; }
    public required string SubjectMasked { get; init; }
    public required IReadOnlyList<OrderedConsent> Channels { get; init; }

    /// <summary>Null: in general. With a list, subscribing joins it and unsubscribing leaves it and nothing else.</summary>
    public string? ListId { get; init; }

    /// <summary>Whether a profile may be made for somebody whom Klaviyo does not know.</summary>
    public bool CreateIfMissing { get; init; }

    /// <summary>When the person consented, somewhere else and before; Klaviyo then asks nobody to confirm. Null: now.</summary>
    public DateTimeOffset? ConsentedAt { get; init; }

    /// <summary>The order whose orchestration works on this one; null while it waits.</summary>
    public string? BatchId { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public bool IsOver => CompletedAt is not null;

    /// <summary>Leaves a list, which touches no consent.</summary>
    public bool Leaves => ListId is not null && Channels.All(channel => !channel.IsGiving);

    public ConsentOrderStatus Status => this switch
    {
        { IsOver: true } => ConsentOrderStatus.Completed,
        { BatchId: not null } => ConsentOrderStatus.Running,
        _ => ConsentOrderStatus.Received,
    };

    /// <summary>The worst of its channels; null until all are settled.</summary>
    public ConsentOutcome? Outcome => Channels.All(channel => channel.Outcome is not null) ? Channels.Max(channel => channel.Outcome) : null;

    /// <summary>Settled with what came of it; over when nothing is open.</summary>
    public ConsentOrder With(IReadOnlyList<OrderedConsent> channels, DateTimeOffset now)
    {
        var changed = this with { Channels = channels };
        return changed.Outcome is null ? changed : changed with { CompletedAt = CompletedAt ?? now, SubjectCipherText = "" };
    }
}
