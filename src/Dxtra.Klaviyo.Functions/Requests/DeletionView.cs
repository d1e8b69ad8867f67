namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>A deletion request's own state as the contract shows it.</summary>
/// <param name="Scope">What is asked for.</param>
/// <param name="Next">What is missing from people: <c>identity, approval, secondApproval, execute</c>; null when nothing is.</param>
/// <param name="IdentityDueAt">Until when the identity may be proven.</param>
/// <param name="Identity">How it was.</param>
/// <param name="Code">The one-time code that is out, never itself.</param>
/// <param name="Preview">The preview that counts; null while one is being made.</param>
/// <param name="Approvals">Of that preview.</param>
/// <param name="Execution">The order to carry it out.</param>
/// <param name="Waiting">Why the work stands still.</param>
/// <param name="Erased">What came of each approved profile.</param>
/// <param name="Certificate">The latest.</param>
/// <param name="Reappearance">The person was seen again.</param>
/// <param name="Offers">What can be asked for by a call of that name: <c>retry</c>.</param>
internal sealed record DeletionView(
    IReadOnlyList<DeletionScope> Scope,
    string? Next,
    DateTimeOffset IdentityDueAt,
    DeletionView.IdentityView? Identity,
    DeletionView.CodeView? Code,
    PreviewStamp? Preview,
    IReadOnlyList<DeletionView.ApprovalView> Approvals,
    DeletionView.ExecutionView? Execution,
    WaitingFor? Waiting,
    IReadOnlyList<ErasedProfile> Erased,
    DeletionView.CertificateView? Certificate,
    Reappearance? Reappearance,
    IReadOnlyList<string> Offers)
{
    internal sealed record IdentityView(IdentityMethod Method, DateTimeOffset At, string? Verifier);

    internal sealed record CodeView(DateTimeOffset ExpiresAt, int TriesLeft);

    internal sealed record ApprovalView(string Actor, DateTimeOffset At, IReadOnlyList<int> Profiles);

    internal sealed record ExecutionView(DateTimeOffset At, string Actor, bool Started);

    internal sealed record CertificateView(string Id, DateTimeOffset At, string Sha256);

    /// <summary>Null for requests of other kinds.</summary>
    public static DeletionView? Of(SubjectRequest request) => request.Deletion is not { } deletion ? null : new(
        deletion.Scope,
        DeletionNext.Of(request),
        deletion.IdentityDueAt,
        deletion.Identity is { } identity ? new(identity.Method, identity.At, identity.Verifier) : null,
        deletion.Code is { } code && !request.IsOver ? new(code.ExpiresAt, code.TriesLeft) : null,
        request.Status == RequestStatus.Running && deletion.Execution is null ? null : deletion.Preview,
        [.. deletion.Approvals.Select(approval => new ApprovalView(approval.Actor, approval.At, approval.Profiles))],
        deletion.Execution is { } order ? new(order.At, order.Actor, order.Started) : null,
        deletion.Waiting,
        deletion.Erased,
        deletion.Certificate is { } certificate ? new(certificate.Id, certificate.At, certificate.Sha256) : null,
        deletion.Reappearance,
        DeletionAgain.IsWorthwhile(request) ? ["retry"] : []);
}
