using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Resources.Profiles;

namespace Dxtra.Klaviyo.Sandbox.Resources.Consents;

/// <summary>The profiles that a request about consent means.</summary>
internal sealed class SubscriptionPeople(AccountData data, ProfileImport import)
{
    /// <returns>Whoever has one of the identifiers, or somebody new; nobody for the id of a profile that does not exist.</returns>
    public IReadOnlyList<Profile> FindOrAdd(SubscriptionPerson person)
    {
        var found = Find(person);
        if (found.Count > 0 || person is { Email: null, PhoneNumber: null })
            return found;
        return [import.AddNew(new JsonObject { ["email"] = person.Email, ["phone_number"] = person.PhoneNumber })];
    }

    private IReadOnlyList<Profile> Find(SubscriptionPerson person) => person.Id is { } id && data.Profiles.Find(id) is { } named
        ? [named]
        : data.Profiles.FindByIdentifiers(person.Email, person.PhoneNumber, externalId: null);

    /// <summary>When address and number lead to two profiles, the address decides for e-mail and the number for the rest.</summary>
    public static Profile Choose(IReadOnlyList<Profile> profiles, SubscriptionPerson person, ConsentChannel channel) =>
        profiles.FirstOrDefault(profile => channel.Channel == "email" ? profile.Email == person.Email : profile.PhoneNumber == person.PhoneNumber)
        ?? profiles[0];
}
