using System.Text.Json;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>
/// What matters in a picture, kind by kind, in a form that is the same whatever the order in which Klaviyo answers. Identifiers stand
/// in it as keyed hashes; what is only shown (names, times, counts) does not stand in it.
/// </summary>
/// <param name="Profile">Keyed hash of the id.</param>
/// <param name="Identifiers">E-mail address, phone number and external id.</param>
/// <param name="Lists">The lists and what they serve.</param>
/// <param name="Consent">The words of consent.</param>
/// <param name="Plan">What would be done.</param>
internal sealed record PictureForm(string Profile, string Identifiers, string Lists, string Consent, string Plan)
{
    public static PictureForm Of(byte[] key, IReadOnlyCollection<DeletionScope> scope, ProfilePicture picture)
    {
        var (_, email, phone, externalId, _) = picture.Identity;
        return new(
            picture.ProfileKey,
            Text(
                email is null ? null : SubjectHash.Of(new(email, null, null, null), key),
                phone is null ? null : SubjectHash.Of(new(null, phone, null, null), key),
                externalId is null ? null : SubjectHash.Of(new(null, null, externalId, null), key)),
            Text([.. picture.Lists.OrderBy(list => list.Id, StringComparer.Ordinal).Select(Text)]),
            Text(picture.Email, picture.SmsMarketing, picture.SmsTransactional),
            Text([.. ErasurePlan.Of(scope, picture).Select(step => Text($"{step.Step}", step.Target))]));
    }

    private static string Text(PictureList list) => Text([list.Id, .. list.Serves.Distinct().Order().Select(channel => $"{channel}")]);

    /// <summary>JSON keeps the parts apart, whatever is in them, and null from empty.</summary>
    public static string Text(params string?[] parts) => JsonSerializer.Serialize(parts);

    public override string ToString() => Text(Profile, Identifiers, Lists, Consent, Plan);
}
