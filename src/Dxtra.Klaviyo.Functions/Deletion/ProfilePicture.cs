using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>
/// What a deletion is decided by: one profile as it was when it was looked at. It has clear identifiers: at rest it is sealed, and it
/// is never in an orchestration or a log.
/// </summary>
/// <param name="Identity">Its identifiers.</param>
/// <param name="ProfileKey">Keyed hash of its id.</param>
/// <param name="Created">When it was made, as Klaviyo says.</param>
/// <param name="Lists">The lists that it is on, by id.</param>
/// <param name="Email">The word of its consent to e-mail marketing; null when there is none.</param>
/// <param name="SmsMarketing">The same for SMS marketing.</param>
/// <param name="SmsTransactional">The same for transactional SMS.</param>
internal sealed record ProfilePicture(
    ProfileIdentity Identity, string ProfileKey, DateTimeOffset? Created, IReadOnlyList<PictureList> Lists, string? Email, string? SmsMarketing, string? SmsTransactional)
{
    public override string ToString() => "(picture)";
}
