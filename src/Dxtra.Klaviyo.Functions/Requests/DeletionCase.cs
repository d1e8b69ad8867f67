using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>What is stored of a deletion request beyond what all requests share. No clear identifier: people stand in it as keyed hashes.</summary>
internal sealed record DeletionCase
{
    public required IReadOnlyList<DeletionScope> Scope { get; init; }

    /// <summary>Until when the person's identity may be proven; then the request times out.</summary>
    public required DateTimeOffset IdentityDueAt { get; init; }

    /// <summary>The latest one-time code; null when none is out.</summary>
    public IdentityCode? Code { get; init; }

    /// <summary>How the person proved who they are; null until then.</summary>
    public IdentityProof? Identity { get; init; }

    /// <summary>The latest preview; null until there is one.</summary>
    public PreviewStamp? Preview { get; init; }

    /// <summary>Of the latest preview, each by somebody else, all of the same profiles.</summary>
    public IReadOnlyList<Approval> Approvals { get; init; } = [];

    /// <summary>The order to carry it out; null until then, and again when the picture changed or the deletion is to be done again.</summary>
    public ExecutionOrder? Execution { get; init; }

    /// <summary>Why the work stands still; null when it does not.</summary>
    public WaitingFor? Waiting { get; init; }

    /// <summary>What came of each approved profile, in the order of the preview; empty until something did.</summary>
    public IReadOnlyList<ErasedProfile> Erased { get; init; } = [];

    /// <summary>The certificate; null until it is issued. Doing it again makes another.</summary>
    public IssuedCertificate? Certificate { get; init; }

    /// <summary>The person came back; null when nobody has seen that.</summary>
    public Reappearance? Reappearance { get; init; }

    /// <summary>The approved profiles, by their index in the preview.</summary>
    [JsonIgnore]
    public IReadOnlyList<int> Picked => Approvals is [var first, ..] ? first.Profiles : [];

    /// <summary>Enough people have approved what the latest preview shows.</summary>
    [JsonIgnore]
    public bool IsApproved => Preview is { } preview && Approvals.Count >= preview.ApprovalsNeeded;
}
