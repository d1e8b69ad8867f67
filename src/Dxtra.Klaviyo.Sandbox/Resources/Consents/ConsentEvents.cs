using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Resources.Events;
using Dxtra.Klaviyo.Sandbox.Seed;

namespace Dxtra.Klaviyo.Sandbox.Resources.Consents;

/// <summary>The events that Klaviyo writes when consent changes. SMS has two families of names, one before and one after July 2026.</summary>
internal sealed class ConsentEvents(EventImport import, IdSource ids, TimeProvider time)
{
    /// <param name="profile">Whose consent changed.</param>
    /// <param name="channel">Channels without a metric leave no event.</param>
    /// <param name="state">What it is now.</param>
    /// <param name="cause">How it came about.</param>
    public void Tell(Profile profile, ConsentChannel channel, string state, ConsentCause cause)
    {
        if (MetricOf(channel, state == Consent.Subscribed, cause) is { } metric)
            Tell(profile, metric, [], cause);
    }

    /// <param name="profile">Whose event it is.</param>
    /// <param name="metric">Its name.</param>
    /// <param name="properties">Without the method.</param>
    /// <param name="cause">How it came about.</param>
    public void Tell(Profile profile, string metric, JsonObject properties, ConsentCause cause)
    {
        properties["Method"] = cause.Method;
        Tell(profile, metric, properties, cause.At ?? time.GetUtcNow());
    }

    public void Tell(Profile profile, string metric, JsonObject properties, DateTimeOffset at) => import.Add(profile, import.Make(
        profile, import.FindOrAddMetric(metric, Integration.Klaviyo).Id, at.ToUnixTimeSeconds(), properties, ids.Hex32()));

    private string? MetricOf(ConsentChannel channel, bool subscribed, ConsentCause cause)
    {
        var renamed = cause.Names is { } names ? names == TextNames.TextMessaging : time.GetUtcNow() >= SeedContext.TextMessageRename;
        return (channel.Name, subscribed) switch
        {
            ("email.marketing", true) => MetricNames.SubscribedEmail,
            ("email.marketing", false) => MetricNames.UnsubscribedEmail,
            ("sms.marketing", true) => renamed ? MetricNames.SubscribedText : MetricNames.SubscribedSms,
            ("sms.marketing", false) => renamed ? MetricNames.UnsubscribedText : MetricNames.UnsubscribedSms,
            ("sms.transactional", true) => MetricNames.SubscribedTextTransactional,
            ("sms.transactional", false) => MetricNames.UnsubscribedTextTransactional,
            _ => null,
        };
    }
}
