using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>
/// What callers are shown before they approve. The person stands in it masked; Klaviyo's ids and the shop's own names of lists,
/// segments and flows are clear.
/// </summary>
/// <param name="RequestId">The request.</param>
/// <param name="Number">1 for its first preview.</param>
/// <param name="BuiltAt">As of when.</param>
/// <param name="Hash">An approval names it, see <see cref="PictureHash"/>.</param>
/// <param name="Scope">What was asked for.</param>
/// <param name="Profiles">Every profile that the person's identifiers lead to.</param>
/// <param name="SharedIdentifiers">Addresses and numbers that more than one of them has.</param>
/// <param name="ApprovalsNeeded">How many people must approve.</param>
/// <param name="MissingScopes">Scopes of the key that it lacks, or that it takes and nobody can tell before.</param>
/// <param name="Warnings">What a person should know before approving, in words.</param>
internal sealed record DeletionPreview(
    string RequestId,
    int Number,
    DateTimeOffset BuiltAt,
    string Hash,
    IReadOnlyList<DeletionScope> Scope,
    IReadOnlyList<ProfilePreview> Profiles,
    IReadOnlyList<SharedIdentifier> SharedIdentifiers,
    ApprovalsNeeded ApprovalsNeeded,
    IReadOnlyList<WantedScope> MissingScopes,
    IReadOnlyList<string> Warnings)
{
    public override string ToString() => $"(preview {Number})";
}
