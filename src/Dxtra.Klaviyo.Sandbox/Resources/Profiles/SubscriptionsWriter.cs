using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;

namespace Dxtra.Klaviyo.Sandbox.Resources.Profiles;

/// <summary>The <c>subscriptions</c> attribute, with the fields that only the wire has (<c>click_tracking</c>).</summary>
internal static class SubscriptionsWriter
{
    public static JsonObject Write(Profile profile) => new()
    {
        ["email"] = new JsonObject
        {
            ["marketing"] = EmailMarketing(profile),
            ["open_tracking"] = Tracking(profile.Subscriptions.OpenTracking),
            ["click_tracking"] = Tracking(profile.Subscriptions.ClickTracking),
        },
        ["sms"] = new JsonObject
        {
            ["marketing"] = Sms(profile, profile.Subscriptions.SmsMarketing, "can_receive_sms_marketing"),
            ["transactional"] = Sms(profile, profile.Subscriptions.SmsTransactional, "can_receive_sms_transactional"),
        },
        ["mobile_push"] = new JsonObject { ["marketing"] = Push(profile) },
        ["whatsapp"] = profile.Subscriptions.WhatsApp is { } consent ? WhatsApp(profile, consent) : null,
    };

    /// <summary>Reachability, not consent: a profile that never subscribed can be reached unless it is suppressed or has said no.</summary>
    private static bool CanReceiveEmail(Profile profile) =>
        profile.Email is not null && !profile.Subscriptions.Email.IsUnsubscribed && profile.Subscriptions.Suppressions.Count == 0;

    private static JsonObject EmailMarketing(Profile profile)
    {
        var consent = profile.Subscriptions.Email;
        return new JsonObject
        {
            ["can_receive_email_marketing"] = CanReceiveEmail(profile),
            ["consent"] = consent.State,
            ["consent_timestamp"] = TimeText.Micros(consent.Timestamp),
            ["last_updated"] = TimeText.Micros(consent.LastUpdated),
            ["method"] = consent.Method,
            ["method_detail"] = consent.MethodDetail,
            ["custom_method_detail"] = consent.CustomMethodDetail,
            ["double_optin"] = consent.DoubleOptIn,
            ["suppression"] = new JsonArray([.. profile.Subscriptions.Suppressions.Select(Write)]),
            ["list_suppressions"] = new JsonArray([.. profile.Subscriptions.ListSuppressions.Select(Write)]),
        };
    }

    private static JsonObject Write(Suppression suppression) =>
        new() { ["reason"] = suppression.Reason, ["timestamp"] = TimeText.Micros(suppression.Timestamp) };

    private static JsonObject Write(ListSuppression suppression) => new()
    {
        ["list_id"] = suppression.ListId,
        ["reason"] = suppression.Reason,
        ["timestamp"] = TimeText.Micros(suppression.Timestamp),
    };

    private static JsonObject Tracking(Consent consent) => new()
    {
        ["consent"] = consent.State,
        ["consent_timestamp"] = TimeText.Micros(consent.Timestamp),
        ["last_updated"] = TimeText.Micros(consent.LastUpdated),
        ["created_timestamp"] = TimeText.Micros(consent.Timestamp),
        ["metadata"] = new JsonObject(),
        ["can_receive"] = !consent.IsUnsubscribed,
        ["valid_until"] = TimeText.Micros(consent.ValidUntil),
    };

    private static JsonObject Sms(Profile profile, Consent consent, string canReceive) => new()
    {
        [canReceive] = profile.PhoneNumber is not null && consent.IsSubscribed,
        ["consent"] = consent.State,
        ["consent_timestamp"] = TimeText.Micros(consent.Timestamp),
        ["method"] = consent.Method,
        ["method_detail"] = consent.MethodDetail,
        ["last_updated"] = TimeText.Micros(consent.LastUpdated),
    };

    private static JsonObject Push(Profile profile) => new()
    {
        ["can_receive_push_marketing"] = profile.PushTokens.Count > 0 && profile.Subscriptions.Push.IsSubscribed,
        ["consent"] = profile.Subscriptions.Push.State,
        ["consent_timestamp"] = TimeText.Micros(profile.Subscriptions.Push.Timestamp),
    };

    private static JsonObject WhatsApp(Profile profile, WhatsAppConsent consent) => new()
    {
        ["marketing"] = WhatsApp(profile, consent.Marketing),
        ["transactional"] = WhatsApp(profile, consent.Transactional),
        ["conversational"] = WhatsApp(profile, consent.Conversational),
    };

    private static JsonObject WhatsApp(Profile profile, Consent consent)
    {
        var channel = Tracking(consent);
        channel["can_receive"] = consent.IsSubscribed;
        if (profile.PhoneNumber is not null)
            channel["phone_number"] = profile.PhoneNumber;
        return channel;
    }
}
