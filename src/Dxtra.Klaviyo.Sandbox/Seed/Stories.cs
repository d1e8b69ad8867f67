using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Seed;

/// <summary>The stories that a customer's events tell.</summary>
internal sealed class Stories(AccountData data, SeedContext context, EventSink sink)
{
    private readonly MessageStories _messages = new(data, context, sink);
    private readonly ShopStories _shop = new(context, sink, Product.MakeCatalogue(context), new ReviewStories(data, context, sink));

    /// <summary>How the person came, and what they agreed to.</summary>
    public void Join(Profile profile)
    {
        var at = profile.Created.AddMinutes(context.Random.Number(1, 30));
        sink.Add(profile, MetricNames.FilledOutForm, at, new JsonObject
        {
            ["form_id"] = "XkV9aB",
            ["Form Name"] = "Footer form",
            ["Page URL"] = "https://shop.example.com/",
            ["Submitted Email"] = profile.Email,
        });
        foreach (var list in data.Lists.Where(list => list.Members.ContainsKey(profile.Id)))
            sink.Add(profile, MetricNames.SubscribedList, at.AddSeconds(5), new JsonObject { ["List"] = list.Name, ["$list_id"] = list.Id });
        JoinChannels(profile);
    }

    /// <summary>One more story of a random kind.</summary>
    public void TellOne(Profile profile)
    {
        var from = profile.Created > SeedContext.Opening ? profile.Created : SeedContext.Opening;
        var at = context.Between(from, SeedContext.Now.AddDays(-2));
        var kind = context.Random.Double();
        if (kind < 0.45 && profile.Email is not null)
            TellMail(profile, at);
        else if (kind < 0.55 && profile.PhoneNumber is not null)
            _messages.Text(profile, at);
        else if (kind < 0.58)
            _messages.Preferences(profile, at);
        else
            _shop.Visit(profile, at, attribution: null);
    }

    private void TellMail(Profile profile, DateTimeOffset at)
    {
        if (_messages.Mail(profile, at) is not { } attribution)
            return;
        _shop.Visit(profile, at.AddMinutes(context.Random.Number(10, 90)), attribution);
    }

    private void JoinChannels(Profile profile)
    {
        var consent = profile.Subscriptions;
        Record(profile, consent.Email, MetricNames.SubscribedEmail, MetricNames.UnsubscribedEmail);
        var renamed = consent.SmsMarketing.Timestamp >= SeedContext.TextMessageRename;
        Record(
            profile,
            consent.SmsMarketing,
            renamed ? MetricNames.SubscribedText : MetricNames.SubscribedSms,
            renamed ? MetricNames.UnsubscribedText : MetricNames.UnsubscribedSms);
    }

    private void Record(Profile profile, Consent consent, string subscribed, string unsubscribed)
    {
        if (consent.Timestamp is { } at)
            sink.Add(profile, consent.IsSubscribed ? subscribed : unsubscribed, at, new JsonObject { ["Method"] = consent.Method });
    }
}
