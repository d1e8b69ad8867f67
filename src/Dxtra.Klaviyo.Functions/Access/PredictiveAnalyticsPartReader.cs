using System.Runtime.CompilerServices;
using System.Text.Json;
using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What Klaviyo predicts of the person. A call of its own: it has a tighter limit and fails under load.</summary>
internal sealed class PredictiveAnalyticsPartReader : IPartReader
{
    public string Category => Categories.PredictiveAnalytics;

    public string Operation => "get_profile";

    public async IAsyncEnumerable<PartPage> ReadAsync(
        KlaviyoClient klaviyo, string profileId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var profile = await klaviyo.Profiles.GetByIdAsync(profileId, ProfileAdditionalFields.PredictiveAnalytics, cancellationToken);
        var predicted = profile.Json.TryGetProperty("attributes", out var attributes)
            && attributes.TryGetProperty("predictive_analytics", out var analytics)
            && analytics.ValueKind == JsonValueKind.Object;
        yield return new(predicted ? [profile.Json.GetProperty("attributes").GetProperty("predictive_analytics")] : []);
    }
}
