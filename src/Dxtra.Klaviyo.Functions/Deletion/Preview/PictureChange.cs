using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What is different from an approved picture, so that what was approved is not what would be done.</summary>
internal static class PictureChange
{
    /// <param name="key">The controller's for keyed hashes.</param>
    /// <param name="scope">What is asked for.</param>
    /// <param name="approved">The profiles of the approved preview.</param>
    /// <param name="picked">Those that were approved, by index.</param>
    /// <param name="now">Everybody who is found now.</param>
    /// <returns>One word for each kind of change, for the activity log; none when nothing that matters is different.</returns>
    public static IReadOnlyList<string> Of(
        byte[] key, IReadOnlyCollection<DeletionScope> scope, IReadOnlyList<ProfilePicture> approved, IReadOnlyList<int> picked, IReadOnlyList<ProfilePicture> now)
    {
        var before = approved.Select((picture, index) => (Index: index, Form: PictureForm.Of(key, scope, picture))).ToDictionary(one => one.Form.Profile);
        return [.. now.Select(picture => PictureForm.Of(key, scope, picture)).SelectMany(Kinds).Distinct()];

        IEnumerable<string> Kinds(PictureForm form)
        {
            if (!before.TryGetValue(form.Profile, out var known))
                return ["profiles"];
            return picked.Contains(known.Index) ? Different(known.Form, form) : OfOther(known.Form, form);
        }
    }

    private static IEnumerable<string> Different(PictureForm before, PictureForm now)
    {
        if (before.Identifiers != now.Identifiers)
            yield return "identifiers";
        if (before.Lists != now.Lists)
            yield return "lists";
        if (before.Consent != now.Consent)
            yield return "consent";
        // The rules were changed between approval and execution.
        if (before.Plan != now.Plan)
            yield return "plan";
    }

    /// <summary>A profile that was not approved may have taken one in that was: then it has identifiers that it had not.</summary>
    private static IEnumerable<string> OfOther(PictureForm before, PictureForm now) => before.Identifiers == now.Identifiers ? [] : ["identifiers"];
}
