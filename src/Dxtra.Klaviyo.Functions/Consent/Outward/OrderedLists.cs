using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Reads a list and who of some people is on it.</summary>
internal static class OrderedLists
{
    private const string DoubleOptIn = "double_opt_in";

    public static async Task<ListNow> ReadAsync(
        KlaviyoClient klaviyo, string listId, IReadOnlyCollection<PersonProfile> people, CancellationToken cancellationToken)
    {
        if (await klaviyo.Lists.FindAsync(listId, cancellationToken: cancellationToken) is not { } list)
            return ListNow.Missing;
        HashSet<string> members = new(StringComparer.Ordinal);
        foreach (var filter in FiltersOf(people))
        {
            var found = klaviyo.Lists.GetMembersAsync(listId, filter, fields: [ProfileFields.Email], cancellationToken: cancellationToken);
            await foreach (var member in found.ItemsAsync(cancellationToken))
                members.Add(member.Id);
        }

        // A list cannot be searched by profile id, so who has neither address nor number is asked for their lists.
        foreach (var profile in people.Where(profile => profile.Identity is { Email: null, Phone: null }))
        {
            if (await klaviyo.Profiles.GetListsAsync(profile.Identity.Id, cancellationToken).ItemsAsync(cancellationToken)
                .AnyAsync(one => one.Id == listId, cancellationToken))
            {
                members.Add(profile.Identity.Id);
            }
        }

        return new(Exists: true, list.Attributes.OptInProcess == DoubleOptIn, members);
    }

    private static IEnumerable<KlaviyoFilter> FiltersOf(IReadOnlyCollection<PersonProfile> people) =>
    [
        .. FilterText.Cut(people.Select(profile => profile.Identity.Email).OfType<string>().Distinct()).Select(values => MemberFilter.Email(values)),
        .. FilterText.Cut(people.Where(profile => profile.Identity.Email is null).Select(profile => profile.Identity.Phone).OfType<string>().Distinct())
            .Select(values => MemberFilter.PhoneNumber(values)),
    ];
}
