using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The segments that the person is in.</summary>
internal sealed class SegmentsPartReader : IPartReader
{
    public string Category => Categories.Segments;

    public string Operation => "get_segments_for_profile";

    public IAsyncEnumerable<PartPage> ReadAsync(KlaviyoClient klaviyo, string profileId, CancellationToken cancellationToken) =>
        klaviyo.Profiles.GetSegmentsAsync(profileId, cancellationToken).Select(PartPage.Of);
}
