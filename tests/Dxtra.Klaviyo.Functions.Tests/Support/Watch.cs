namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The watch for erased people, over what tests have at hand.</summary>
internal static class Watch
{
    public static ReappearanceWatch Of(
        IRequestStore requests, IPendingStartStore pending, TimeProvider time, ITombstoneStore? tombstones = null, ControllerKeys? keys = null, ICaseFiles? files = null)
    {
        keys ??= new(new FakeSecretStore());
        return new(tombstones ?? new FakeTombstoneStore(), new(keys), requests, new(files ?? new FakeCaseFiles(), keys), pending, time);
    }
}
