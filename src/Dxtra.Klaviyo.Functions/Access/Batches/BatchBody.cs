using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The JSON body of <c>POST P/access-requests/batch</c>: the people, and what holds for all of them who do not say otherwise.</summary>
internal sealed record BatchBody(
    IReadOnlyList<BatchBody.Entry?>? Subjects, IReadOnlyList<string>? Formats, string? Regulation, DateTimeOffset? ReceivedAt)
{
    /// <summary>Given: every package of the batch is encrypted with it.</summary>
    public string? Passphrase { get; init; }

    internal sealed record Entry(
        SubjectInput? Subject, string? Type, IReadOnlyList<string>? Formats, string? Regulation, DateTimeOffset? ReceivedAt, string? Note)
    {
        /// <summary>Redacted: this is a person.</summary>
        public override string ToString() => "(entry)";
    }

    /// <summary>Redacted: these are people, and a passphrase is a secret.</summary>
    public override string ToString() => "(batch)";
}
