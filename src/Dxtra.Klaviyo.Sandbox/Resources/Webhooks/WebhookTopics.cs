using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Resources.Webhooks;

/// <summary>The topics of the account: Klaviyo's own, and one per metric of another integration.</summary>
internal static class WebhookTopics
{
    private static readonly string[] Klaviyo =
    [
        "subscribed_to_email_marketing", "unsubscribed_from_email_marketing", "manually_suppressed_from_email_marketing",
        "manually_unsuppressed_from_email_marketing", "updated_email_preferences", "clicked_email_to_unsubscribe",
        "subscribed_to_list", "unsubscribed_from_list", "subscribed_to_back_in_stock",
        "subscribed_to_sms_marketing", "unsubscribed_from_sms_marketing",
        "subscribed_to_text_messaging_marketing", "unsubscribed_from_text_messaging_marketing",
        "unsubscribed_from_text_messaging_transactional",
        "received_email", "opened_email", "clicked_email", "bounced_email", "dropped_email", "marked_email_as_spam", "skipped_send",
        "sent_sms", "received_sms", "clicked_sms", "failed_to_deliver_sms", "received_automated_response_sms",
        "failed_to_deliver_automated_response_sms",
        "sent_text_message", "received_text_message", "clicked_text_message", "failed_to_deliver_text_message",
        "received_automated_response_text_message", "failed_to_deliver_automated_response_text_message",
        "opened_text", "relayed_text_message",
        "received_push", "opened_push", "bounced_push",
        "ready_to_review", "submitted_rating", "submitted_review", "social_comment", "social_dm", "social_ugc", "merged_profile",
    ];

    public static IEnumerable<string> Of(AccountData data) => Klaviyo
        .Select(slug => $"event:klaviyo.{slug}")
        .Concat(data.Metrics.Where(metric => metric.Integration != Integration.Klaviyo).Select(Of))
        .Distinct();

    /// <summary>The topic of a metric's events, of which Klaviyo need not have one.</summary>
    public static string Of(Metric metric) => $"event:{metric.Integration.Key}.{metric.Name.ToLowerInvariant().Replace(' ', '_')}";
}
