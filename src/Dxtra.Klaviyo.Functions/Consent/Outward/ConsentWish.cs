using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What a caller wants set, checked.</summary>
internal sealed record ConsentWish(
    SubjectIdentity Subject, IReadOnlyList<OrderedConsent> Channels, string? ListId, bool CreateIfMissing, DateTimeOffset? ConsentedAt)
{
    /// <inheritdoc cref="SetConsentBody.ToString"/>
    public override string ToString() => "(consent)";
}
