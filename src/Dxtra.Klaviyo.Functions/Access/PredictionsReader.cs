using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What Klaviyo predicts of the person. A call of its own: it has a tighter limit and fails under load.</summary>
internal sealed class PredictionsReader : IPartReader
{
    public string Read => Reads.Predictions;

    public string Operation => "get_profile";

    public async Task ReadAsync(PartReading reading, CancellationToken cancellationToken)
    {
        var profile = await reading.Klaviyo.Profiles.GetByIdAsync(reading.Profile.Id, ProfileAdditionalFields.PredictiveAnalytics, cancellationToken);
        await reading.WriteAsync(Categories.PredictiveAnalytics, Operation, RowsOf(profile), cancellationToken);
    }

    /// <summary>One row, or none when Klaviyo predicts nothing.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> RowsOf(KlaviyoResource<ProfileAttributes> profile) =>
        profile.Json.Member("attributes").Member("predictive_analytics") is { ValueKind: System.Text.Json.JsonValueKind.Object } predicted
            ? [RowBytes.Of(predicted)]
            : [];
}
