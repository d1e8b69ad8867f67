using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>A request as the contract shows it.</summary>
internal sealed record RequestView(
    string Id,
    RequestKind Kind,
    RequestStatus Status,
    string? Step,
    RequestView.ProgressView? Progress,
    string ProcessorId,
    string Regulation,
    DateTimeOffset ReceivedAt,
    DateTimeOffset DueAt,
    RequestView.ExtensionView? Extension,
    DateTimeOffset CreatedAt,
    DateTimeOffset? CompletedAt,
    string Subject,
    IReadOnlyList<string> Formats,
    IReadOnlyList<FoundProfile>? Profiles,
    RequestView.OutcomeView? Outcome,
    IReadOnlyList<RequestLogEntry>? Log)
{
    /// <summary>The exports are zip files that open with the passphrase of the request.</summary>
    public bool Encrypted { get; init; }

    /// <summary>Of a deletion request; null for other kinds.</summary>
    public DeletionView? Deletion { get; init; }

    /// <summary>When the request's retention ended and whom it was about was forgotten; null before.</summary>
    public DateTimeOffset? ForgottenAt { get; init; }

    /// <summary>Until when the exports can be downloaded; null when there are none.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>True in the answer to a call that asks for what is under way already; else not shown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AlreadyRunning { get; init; }

    /// <summary>The reason is shown where one request is shown, not in lists.</summary>
    internal sealed record ExtensionView(DateTimeOffset At, string Actor, DateTimeOffset DueBefore, string? Reason)
    {
        /// <summary>Redacted: a reason may name people.</summary>
        public override string ToString() => "(extension)";
    }

    internal sealed record ProgressView(int Done, int Total, string Unit);

    internal sealed record OutcomeView(
        RequestResult Result,
        IReadOnlyDictionary<string, int> Counts,
        IReadOnlyList<RequestGap> Gaps,
        IReadOnlyDictionary<string, ExportView> Exports,
        IReadOnlyList<SupplementView> Supplements);

    /// <summary>What a later look brought; its files are downloaded with <c>?supplement=</c> and the number.</summary>
    internal sealed record SupplementView(int Number, DateTimeOffset At, int Events, IReadOnlyDictionary<string, ExportView> Exports);

    /// <summary>An export without its place in storage: that is what the signed link is for.</summary>
    internal sealed record ExportView(long Bytes, string Sha256);

    public static RequestView Of(
        SubjectRequest request, RequestProgress? progress = null, IReadOnlyList<RequestLogEntry>? log = null, string? reason = null) => new(
        request.Id, request.Kind, request.Status, progress?.Step,
        progress is null ? null : new(progress.Done, progress.Total, progress.Unit),
        request.ProcessorId, request.Regulation, request.ReceivedAt, request.DueAt,
        request.Extension is { } extension ? new(extension.At, extension.Actor, extension.DueBefore, reason) : null,
        request.CreatedAt, request.CompletedAt,
        request.SubjectMasked, request.Formats, request.Profiles, Of(request.Outcome), log)
        {
            Encrypted = request.Encrypted,
            Deletion = DeletionView.Of(request),
            ForgottenAt = request.ForgottenAt,
            ExpiresAt = request.Status == RequestStatus.Completed ? request.ExpiresAt : null,
        };

    private static OutcomeView? Of(RequestOutcome? outcome) => outcome is null ? null : new(
        outcome.Result, outcome.Counts, outcome.Gaps,
        Of(outcome.Exports), [.. outcome.Supplements.Select(supplement => new SupplementView(supplement.Number, supplement.At, supplement.Events, Of(supplement.Exports)))]);

    private static Dictionary<string, ExportView> Of(IReadOnlyDictionary<string, ExportFile> exports) =>
        exports.ToDictionary(pair => pair.Key, pair => new ExportView(pair.Value.Bytes, pair.Value.Sha256));
}
