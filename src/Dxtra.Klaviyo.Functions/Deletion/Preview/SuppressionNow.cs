using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Why an address gets no marketing mail.</summary>
/// <param name="Reason">Klaviyo's word.</param>
/// <param name="At">Since when.</param>
/// <param name="ListId">The list that it is about; null for all.</param>
internal sealed record SuppressionNow(string? Reason, DateTimeOffset? At, string? ListId)
{
    public static IReadOnlyList<SuppressionNow> Of(ProfileAttributes attributes)
    {
        var email = attributes.Subscriptions?.Email?.Marketing;
        return [.. (email?.Suppression ?? []).Concat(email?.ListSuppressions ?? []).Select(one => new SuppressionNow(one.Reason, one.Timestamp, one.ListId))];
    }
}
