using System.Runtime.CompilerServices;
using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The profile with every field that Klaviyo sends, consent and suppressions of every channel included.</summary>
internal sealed class ProfilePartReader : IPartReader
{
    public string Category => Categories.Profile;

    public string Operation => "get_profile";

    public async IAsyncEnumerable<PartPage> ReadAsync(
        KlaviyoClient klaviyo, string profileId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var profile = await klaviyo.Profiles.GetByIdAsync(profileId, ProfileAdditionalFields.Subscriptions, cancellationToken);
        yield return new([profile.Json]);
    }
}
