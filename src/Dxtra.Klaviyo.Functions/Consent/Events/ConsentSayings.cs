using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// What Klaviyo's kinds of events say of consent, by slug: the end of a webhook topic, which is the metric's name in small letters with
/// underscores. SMS has the names from before July 2026 and those since.
/// </summary>
internal static class ConsentSayings
{
    public const string Bounced = "bounced_email";

    private static readonly ConsentSaying HardBounce = new(ConsentChannel.EmailSuppression, ConsentState.Suppressed, "HARD_BOUNCE");

    private static readonly Dictionary<string, ConsentSaying[]> BySlug = new(StringComparer.Ordinal)
    {
        ["subscribed_to_email_marketing"] = [new(ConsentChannel.EmailMarketing, ConsentState.Subscribed)],
        ["unsubscribed_from_email_marketing"] = [new(ConsentChannel.EmailMarketing, ConsentState.Unsubscribed)],
        // Its name of old.
        ["unsubscribed"] = [new(ConsentChannel.EmailMarketing, ConsentState.Unsubscribed)],
        ["marked_email_as_spam"] =
        [
            new(ConsentChannel.EmailMarketing, ConsentState.Unsubscribed, "SPAM_COMPLAINT"),
            new(ConsentChannel.EmailSuppression, ConsentState.Suppressed, "SPAM_COMPLAINT"),
        ],
        ["manually_suppressed_from_email_marketing"] = [new(ConsentChannel.EmailSuppression, ConsentState.Suppressed, "USER_SUPPRESSED")],
        ["manually_unsuppressed_from_email_marketing"] = [new(ConsentChannel.EmailSuppression, ConsentState.NotSuppressed, "USER_SUPPRESSED")],
        [Bounced] = [HardBounce],
        ["subscribed_to_list"] = [new(ConsentChannel.List, ConsentState.Subscribed)],
        ["unsubscribed_from_list"] = [new(ConsentChannel.List, ConsentState.Unsubscribed)],
        ["consented_to_receive_sms"] = [new(ConsentChannel.SmsMarketing, ConsentState.Subscribed)],
        ["subscribed_to_sms_marketing"] = [new(ConsentChannel.SmsMarketing, ConsentState.Subscribed)],
        ["unsubscribed_from_sms_marketing"] = [new(ConsentChannel.SmsMarketing, ConsentState.Unsubscribed)],
        ["subscribed_to_text_messaging_marketing"] = [new(ConsentChannel.SmsMarketing, ConsentState.Subscribed)],
        ["unsubscribed_from_text_messaging_marketing"] = [new(ConsentChannel.SmsMarketing, ConsentState.Unsubscribed)],
        ["subscribed_to_text_messaging_transactional"] = [new(ConsentChannel.SmsTransactional, ConsentState.Subscribed)],
        ["unsubscribed_from_text_messaging_transactional"] = [new(ConsentChannel.SmsTransactional, ConsentState.Unsubscribed)],
    };

    /// <summary>The slugs of Klaviyo's own kinds of event that say something of consent.</summary>
    public static bool AreKnown(string slug) => BySlug.ContainsKey(slug);

    /// <summary>None for a kind that says nothing of consent; a bounce says something when it is a hard one.</summary>
    public static IReadOnlyList<ConsentSaying> Of(string slug, JsonElement properties)
    {
        if (slug == Bounced && properties.Text("Bounce Type")?.Contains("hard", StringComparison.OrdinalIgnoreCase) != true)
            return [];
        return BySlug.GetValueOrDefault(slug, []);
    }

    /// <summary>Of a webhook topic of Klaviyo's own; null for another's.</summary>
    public static string? SlugOfTopic(string topic) =>
        topic.StartsWith("event:klaviyo.", StringComparison.Ordinal) ? topic["event:klaviyo.".Length..] : null;

    public static string SlugOfMetric(string name) => name.ToLowerInvariant().Replace(' ', '_');
}
