using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Completes what a search found to what a deletion is decided by: memberships, what lists serve, consent.</summary>
internal sealed class PictureReader(ControllerKeys keys)
{
    public async Task<Sight> ReadAsync(
        string controller, KlaviyoClient klaviyo, IReadOnlyList<FoundResource> found, CancellationToken cancellationToken)
    {
        var key = await keys.HashingAsync(controller, cancellationToken);
        var groups = new Dictionary<string, Memberships>();
        foreach (var profile in found)
            groups[profile.Profile.Id] = await Memberships.ReadAsync(klaviyo, profile.Profile.Id, cancellationToken);
        var lists = groups.Values.SelectMany(group => group.Lists ?? []).Select(list => list.Id).ToHashSet();
        var uses = await ListUses.ReadAsync(klaviyo, lists, cancellationToken);
        return new(
            [.. found.Select(profile => Of(profile, groups[profile.Profile.Id], uses, key))],
            groups.Values.Any(group => group.Lists is null),
            uses.Refused);
    }

    private static SightedProfile Of(FoundResource found, Memberships groups, ListUses uses, byte[] key)
    {
        var (profile, consent) = (found.Profile, found.Profile.Attributes.Subscriptions);
        var picture = new ProfilePicture(
            ProfileIdentity.Of(profile.Json),
            SubjectHash.Of(new(null, null, null, profile.Id), key),
            profile.Attributes.Created,
            [.. (groups.Lists ?? []).Select(list => new PictureList(list.Id, list.Name, uses.Of(list.Id)))],
            consent?.Email?.Marketing?.Consent,
            consent?.Sms?.Marketing?.Consent,
            consent?.Sms?.Transactional?.Consent);
        return new(picture, found, groups.Segments);
    }
}
