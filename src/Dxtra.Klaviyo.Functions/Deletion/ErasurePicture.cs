namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>The working paper of a preview: the profiles that it shows, in its order. Sealed at rest.</summary>
internal sealed record ErasurePicture(IReadOnlyList<ProfilePicture> Profiles)
{
    public override string ToString() => "(picture)";
}
