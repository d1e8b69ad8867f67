using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Finds the profiles of many people with as few calls as their identifiers fit in.</summary>
internal static class PersonSearch
{
    public static async Task<IReadOnlyList<PersonProfile>> FindAsync(
        KlaviyoClient klaviyo, IReadOnlyList<SubjectIdentity> subjects, CancellationToken cancellationToken)
    {
        IEnumerable<(string, KlaviyoFilter)> filters =
        [
            .. Cut("email", subjects.SelectMany(Emails), values => ProfileFilter.Email(values)),
            .. Cut("phone", subjects.Select(subject => subject.Phone), values => ProfileFilter.PhoneNumber(values)),
            .. Cut("externalId", subjects.Select(subject => subject.ExternalId), values => ProfileFilter.ExternalId(values)),
            .. Cut("profileId", subjects.Select(subject => subject.ProfileId), values => ProfileFilter.Id(values)),
        ];
        return [.. (await new ProfileSearch(klaviyo).CollectAsync(filters, cancellationToken)).Select(PersonProfile.Of)];
    }

    private static IReadOnlyList<string> Emails(SubjectIdentity subject) => subject.Email is { } email ? EmailForms.Of(email) : [];

    private static IEnumerable<(string, KlaviyoFilter)> Cut(
        string identifier, IEnumerable<string?> values, Func<IEnumerable<string>, KlaviyoFilter> filter) =>
        FilterText.Cut(values.OfType<string>().Distinct()).Select(some => (identifier, filter(some)));
}
