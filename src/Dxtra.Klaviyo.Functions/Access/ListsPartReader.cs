using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The lists that the person is on.</summary>
internal sealed class ListsPartReader : IPartReader
{
    public string Category => Categories.Lists;

    public string Operation => "get_lists_for_profile";

    public IAsyncEnumerable<PartPage> ReadAsync(KlaviyoClient klaviyo, string profileId, CancellationToken cancellationToken) =>
        klaviyo.Profiles.GetListsAsync(profileId, cancellationToken).Select(PartPage.Of);
}
