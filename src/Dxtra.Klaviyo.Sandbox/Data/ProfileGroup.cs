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

    public void Join(string profileId, DateTimeOffset at) => _members[profileId] = at;
}
