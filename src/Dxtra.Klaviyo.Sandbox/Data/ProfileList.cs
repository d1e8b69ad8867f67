namespace Dxtra.Klaviyo.Sandbox.Data;

internal sealed class ProfileList(string id, string name, DateTimeOffset created) : ProfileGroup(id, name, created)
{
    public bool DoubleOptIn { get; init; }
}
