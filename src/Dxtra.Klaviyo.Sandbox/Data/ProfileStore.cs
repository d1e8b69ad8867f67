namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>All profiles, found by id and by each identifier.</summary>
internal sealed class ProfileStore
{
    private readonly Dictionary<string, Profile> _byId = [];

    public IReadOnlyCollection<Profile> All => _byId.Values;

    public Profile? Find(string id) => _byId.GetValueOrDefault(id);

    public void Add(Profile profile) => _byId.Add(profile.Id, profile);

    public void Remove(Profile profile) => _byId.Remove(profile.Id);

    /// <summary>Profiles that carry any of the identifiers given; nulls match nothing.</summary>
    public IReadOnlyList<Profile> FindByIdentifiers(string? email, string? phoneNumber, string? externalId) =>
        [.. All.Where(profile =>
            (email is not null && profile.Email == email) ||
            (phoneNumber is not null && profile.PhoneNumber == phoneNumber) ||
            (externalId is not null && profile.ExternalId == externalId))];
}
