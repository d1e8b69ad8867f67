namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>A data subject's request as it is stored. No clear identifier: the subject is cipher text, keyed hash and mask.</summary>
internal sealed record SubjectRequest
{
    public required string Id { get; init; }
    public required string ControllerDid { get; init; }
    public required string ProcessorId { get; init; }
    public required RequestKind Kind { get; init; }
    public required RequestStatus Status { get; init; }
    public required string Regulation { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>The longer time that the law gives once; null when nobody has asked for it.</summary>
    public RequestExtension? Extension { get; init; }

    /// <summary>The batch that it came with; null when it came alone.</summary>
    public string? BatchId { get; init; }

    /// <summary>The export formats asked for.</summary>
    public required IReadOnlyList<string> Formats { get; init; }

    /// <summary>A <see cref="SubjectEnvelope"/>, made by <see cref="SubjectCipher"/>; empty once the request's retention has ended.</summary>
    public required string SubjectCipherText { get; init; }

    public required string SubjectKey { get; init; }
    public required string SubjectMasked { get; init; }

    /// <summary>The profiles found at Klaviyo, in the order of their index in the work; null until they were looked for.</summary>
    public IReadOnlyList<FoundProfile>? Profiles { get; init; }

    /// <summary>The caller picked the profiles; nobody is looked up any more.</summary>
    public bool Picked { get; init; }

    /// <summary>The number of the latest run of work, see <see cref="RequestWork.Run"/>.</summary>
    public int Run { get; init; } = 1;

    public RequestOutcome? Outcome { get; init; }

    /// <summary>Of a deletion request; null for other kinds.</summary>
    public DeletionCase? Deletion { get; init; }

    /// <summary>The exports are encrypted with the passphrase that the caller gave.</summary>
    public bool Encrypted { get; init; }

    /// <summary>When the exports expire; null until there are some.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When the exports, and all else that was gathered, were deleted for good; no work goes on from there.</summary>
    public DateTimeOffset? ExpiredAt { get; init; }

    /// <summary>When its retention ended: from then on nothing here says in clear whom it was about.</summary>
    public DateTimeOffset? ForgottenAt { get; init; }

    /// <summary>The work of the latest run.</summary>
    public RequestWork Work() => new(ControllerDid, ProcessorId, Id, Run);

    public bool IsOver => Status is RequestStatus.Completed or RequestStatus.Failed or RequestStatus.Cancelled;
}
