using System.Text.RegularExpressions;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Whether a delivery is to be taken. Its age is told by the signed body alone: the clock in the header <c>Klaviyo-Timestamp</c> is hours
/// ahead, though it says GMT. The header <c>Klaviyo-Webhook-Id</c> was seen in two forms; it is held against the body where it is an id.
/// </summary>
internal static partial class DeliveryCheck
{
    /// <summary>Clocks differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(10);

    /// <param name="delivery">What came.</param>
    /// <param name="secrets">Those that are valid now: never none.</param>
    /// <param name="webhookId">The processor's webhook; null while Klaviyo's answer to its registration is not known.</param>
    /// <param name="now">The time.</param>
    /// <param name="freshness">How old it may be.</param>
    public static DeliveryVerdict Of(Delivery delivery, IReadOnlyList<string> secrets, string? webhookId, DateTimeOffset now, TimeSpan freshness)
    {
        if (!WebhookSignature.IsRight(delivery.Body, delivery.Timestamp, delivery.Signature, secrets))
            return DeliveryVerdict.WrongSignature;
        if (DeliveryMeta.Read(delivery.Body) is not { WebhookId: { } id, At: { } at })
            return DeliveryVerdict.Shapeless;
        if ((webhookId is not null && !IsSame(id, webhookId)) || (IsUlid(id) && IsUlid(delivery.WebhookId) && !IsSame(id, delivery.WebhookId)))
            return DeliveryVerdict.OtherWebhook;
        if (at < now - freshness)
            return DeliveryVerdict.Stale;
        return at > now + Skew ? DeliveryVerdict.FromFuture : DeliveryVerdict.Right;
    }

    private static bool IsSame(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool IsUlid(string text) => Ulids().IsMatch(text);

    [GeneratedRegex(@"\A[0-9A-HJKMNP-TV-Z]{26}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ulids();
}
