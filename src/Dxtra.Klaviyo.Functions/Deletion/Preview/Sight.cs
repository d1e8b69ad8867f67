namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Everybody whom a look found.</summary>
/// <param name="Profiles">By id.</param>
/// <param name="ListsRefused">The key may not see who is on a list: the pictures have none.</param>
/// <param name="UsesRefused">The key may not see what uses a list: each is taken to serve all channels.</param>
internal sealed record Sight(IReadOnlyList<SightedProfile> Profiles, bool ListsRefused, bool UsesRefused)
{
    public ErasurePicture Picture => new([.. Profiles.Select(profile => profile.Picture)]);
}
