using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>The body of <c>PUT P/consent</c> and <c>POST P/consent/preview</c>.</summary>
/// <param name="Subject">The person.</param>
/// <param name="Channels">By channel, <c>subscribed</c> or <c>unsubscribed</c>.</param>
/// <param name="ListId">See <see cref="ConsentOrder.ListId"/>.</param>
/// <param name="CreateIfMissing">False when it is left out.</param>
/// <param name="ConsentedAt">See <see cref="ConsentOrder.ConsentedAt"/>.</param>
internal sealed record SetConsentBody(
    SubjectInput? Subject, IReadOnlyDictionary<string, string>? Channels, string? ListId, bool? CreateIfMissing, DateTimeOffset? ConsentedAt)
{
    /// <summary>Redacted, so that a body that slips into a log line says nothing.</summary>
    public override string ToString() => "(consent)";
}
