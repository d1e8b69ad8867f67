namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// The topics that say something of consent, by the last part of their ids. An account's ids are listed live and never built: both
/// families of names for text messages are asked for, and whichever an account has is taken.
/// </summary>
internal static class WebhookTopics
{
    private const string Klaviyos = "event:klaviyo.";

    private static readonly HashSet<string> Wanted = new(StringComparer.Ordinal)
    {
        "subscribed_to_email_marketing", "unsubscribed_from_email_marketing",
        "manually_suppressed_from_email_marketing", "manually_unsuppressed_from_email_marketing",
        "updated_email_preferences", "clicked_email_to_unsubscribe",
        "marked_email_as_spam", "bounced_email",
        "subscribed_to_list", "unsubscribed_from_list",
        "subscribed_to_sms_marketing", "unsubscribed_from_sms_marketing",
        "subscribed_to_text_messaging_marketing", "unsubscribed_from_text_messaging_marketing",
        "subscribed_to_text_messaging_transactional", "unsubscribed_from_text_messaging_transactional",
    };

    /// <summary>What a flow's template may say.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Wanted.Order(StringComparer.Ordinal)];

    /// <summary>Those of an account that are wanted, in a fixed order.</summary>
    public static IReadOnlyList<string> Choose(IEnumerable<string> ids) => [.. ids.Where(IsWanted).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public static bool IsWanted(string id) => id.StartsWith(Klaviyos, StringComparison.Ordinal) && Wanted.Contains(id[Klaviyos.Length..]);

    /// <summary>The id that a flow's template means, which may name the last part alone.</summary>
    public static string OfTemplate(string text) => text.StartsWith("event:", StringComparison.Ordinal) ? text : Klaviyos + text;
}
