namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>What lists and segments share: members, each with the time of their most recent join.</summary>
internal abstract class ProfileGroup(string id, string name, DateTimeOffset created)
{
    private readonly Dictionary<string, DateTimeOffset> _members = [];

    public string Id => id;

    public string Name => name;

    public DateTimeOffset Created { get; } = created;

    public DateTimeOffset Updated { get; set; } = created;

    public IReadOnlyList<string> TagIds { get; init; } = [];

    public IReadOnlyDictionary<string, DateTimeOffset> Members => _members;

    /// <summary>Makes one profile's membership another's, unless it has one.</summary>
    public void Replace(string profileId, string otherProfileId)
    {
        if (_members.Remove(profileId, out var joined))
            _members.TryAdd(otherProfileId, joined);
    }

    /// <returns>False when the profile was not a member.</returns>
    public bool Leave(string profileId) => _members.Remove(profileId);

    public void Join(string profileId, DateTimeOffset at) => _members[profileId] = at;
}
