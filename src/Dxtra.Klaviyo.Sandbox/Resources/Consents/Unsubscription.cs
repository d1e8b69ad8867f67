using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Resources.Consents;

/// <summary>
/// Unsubscribes people, who come into being for it if they do not exist. With a list, those on it leave it and keep their consent; those who
/// are not on it are unsubscribed everywhere.
/// </summary>
internal sealed class Unsubscription(SubscriptionPeople people, ConsentChanges consent)
{
    public void Apply(IEnumerable<SubscriptionPerson> persons, ProfileList? list)
    {
        foreach (var person in persons)
            Apply(person, list);
    }

    private void Apply(SubscriptionPerson person, ProfileList? list)
    {
        var profiles = people.FindOrAdd(person);
        if (profiles.Count == 0)
            return;
        foreach (var (channel, profile) in person.Channels.Select(item => (item.Channel, SubscriptionPeople.Choose(profiles, person, item.Channel))))
        {
            if (list is null || !list.Members.ContainsKey(profile.Id))
                consent.UnsubscribeEverywhere(profile, channel, ConsentCause.Api);
        }

        foreach (var profile in profiles.Where(profile => list is not null && list.Members.ContainsKey(profile.Id)))
            consent.UnsubscribeFrom(list!, profile, person.Channels.Any(item => item.Channel == ConsentChannel.Email), ConsentCause.Api);
        foreach (var (token, _) in person.PushTokens)
            profiles[0].PushTokens.RemoveAll(held => held.Token == token);
    }
}
