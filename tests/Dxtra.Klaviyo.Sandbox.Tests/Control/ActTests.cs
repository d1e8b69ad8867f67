using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Tests.Hosting;

namespace Dxtra.Klaviyo.Sandbox.Tests.Control;

public sealed class ActTests : IAsyncLifetime
{
    private RunningSandbox _sandbox = null!;
    private string _person = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await RunningSandbox.StartAsync();
        _person = await _sandbox.MakeAsync("""
            {"attributes":{"email":"person@example.com","phone_number":"+447700900999"},
             "consent":{"email":"SUBSCRIBED","sms":"SUBSCRIBED"},"lists":["Newsletter"]}
            """);
    }

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Theory]
    [InlineData("unsubscribe", "Unsubscribed from Email Marketing")]
    [InlineData("clickUnsubscribe", "Clicked Email to Unsubscribe|Unsubscribed from Email Marketing")]
    [InlineData("complain", "Marked Email as Spam")]
    public async Task Who_leaves_e_mail_is_unsubscribed_and_the_event_tells_how(string kind, string metrics)
    {
        await ActAsync(new { profileId = _person, kind });

        var truth = await TruthAsync();
        Assert.Equal("UNSUBSCRIBED", Consent(truth, "email"));
        Assert.Equal(metrics.Split('|'), Metrics(truth));
        Assert.Equal(kind == "complain" ? ["SPAM_COMPLAINT"] : [], Suppressions(truth));
    }

    [Fact]
    public async Task Subscribing_on_a_list_by_a_form_gives_consent_and_joins()
    {
        await ActAsync(
            new { profileId = _person, kind = "unsubscribe" },
            new { profileId = _person, kind = "subscribe", list = "Black Friday Early Access", method = "KLAVIYO_FORM", doubleOptIn = true });

        var truth = await TruthAsync();
        var consent = truth["subscriptions"]!["email"]!["marketing"]!;
        Assert.Equal(("SUBSCRIBED", "KLAVIYO_FORM", true), ((string)consent["consent"]!, (string)consent["method"]!, (bool)consent["double_optin"]!));
        Assert.Contains(truth["lists"]!.AsArray(), list => (string?)list!["name"] == "Black Friday Early Access");
        Assert.Equal(["Subscribed to Email Marketing", "Subscribed to List", "Unsubscribed from Email Marketing"], Metrics(truth));
    }

    [Theory]
    [InlineData("sms", "Unsubscribed from SMS Marketing")]
    [InlineData("textMessaging", "Unsubscribed from Text Messaging Marketing")]
    public async Task A_text_message_that_says_stop_has_either_name(string textNames, string metric)
    {
        await ActAsync(new { profileId = _person, kind = "unsubscribe", channel = "sms.marketing", textNames, method = "STOP" });

        var truth = await TruthAsync();
        Assert.Equal(("UNSUBSCRIBED", "SUBSCRIBED"), (Consent(truth, "sms"), Consent(truth, "email")));
        Assert.Equal([metric], Metrics(truth));
    }

    [Fact]
    public async Task Suppressions_come_and_go_without_touching_consent()
    {
        await ActAsync(new { profileId = _person, kind = "suppress" }, new { profileId = _person, kind = "bounceHard" });
        Assert.Equal(["USER_SUPPRESSED", "HARD_BOUNCE"], Suppressions(await TruthAsync()));
        await ActAsync(new { profileId = _person, kind = "unsuppress" });

        var truth = await TruthAsync();
        Assert.Equal(["HARD_BOUNCE"], Suppressions(truth));
        Assert.Equal("SUBSCRIBED", Consent(truth, "email"));
        Assert.Equal(
            ["Bounced Email", "Manually Suppressed from Email Marketing", "Manually Unsuppressed from Email Marketing"], Metrics(truth));
    }

    [Fact]
    public async Task Lists_are_joined_and_left_with_an_event_and_no_change_of_consent()
    {
        await ActAsync(new { profileId = _person, kind = "leaveList", list = "Newsletter" }, new { profileId = _person, kind = "joinList", list = "Black Friday Early Access" });

        var truth = await TruthAsync();
        Assert.Equal(["Black Friday Early Access"], truth["lists"]!.AsArray().Select(list => (string)list!["name"]!));
        Assert.Equal("SUBSCRIBED", Consent(truth, "email"));
        Assert.Equal(["Subscribed to List", "Unsubscribed from List"], Metrics(truth));
    }

    [Fact]
    public async Task Preferences_and_a_product_that_is_back_leave_an_event_and_nothing_else()
    {
        var before = (await TruthAsync())["subscriptions"]!.ToJsonString();
        await ActAsync(new { profileId = _person, kind = "updatePreferences" }, new { profileId = _person, kind = "backInStock" });

        var truth = await TruthAsync();
        Assert.Equal(before, truth["subscriptions"]!.ToJsonString());
        Assert.Equal(["Subscribed to Back in Stock", "Updated Email Preferences"], Metrics(truth));
    }

    [Theory]
    [InlineData(-30)]
    [InlineData(30)]
    public async Task An_event_may_arrive_late_or_lie_ahead(int days)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.AddDays(days).ToUnixTimeSeconds());
        var id = Assert.Single(await ActAsync(new { profileId = _person, kind = "unsubscribe", at }));

        var attributes = (await _sandbox.GetAsync($"/api/events/{id}"))["data"]!.AsObject().Attributes();
        Assert.Equal(at.ToUnixTimeSeconds(), (long)attributes["timestamp"]!);
    }

    [Theory]
    [InlineData("""{"acts":[{"profileId":"nobody","kind":"unsubscribe"}]}""")]
    [InlineData("""{"acts":[{"profileId":"PERSON","kind":"unsubscribe","channel":"fax"}]}""")]
    [InlineData("""{"acts":[{"profileId":"PERSON","kind":"unsubscribe"},{"profileId":"PERSON","kind":"joinList"}]}""")]
    [InlineData("""{"acts":[{"profileId":"PERSON","kind":"joinList","list":"No such list"}]}""")]
    public async Task An_act_that_makes_no_sense_is_refused_and_nothing_is_done(string body)
    {
        var (status, _) = await _sandbox.SendAsync(HttpMethod.Post, "/sandbox/acts", body.Replace("PERSON", _person, StringComparison.Ordinal));

        Assert.Equal(400, status);
        Assert.Empty(await _sandbox.ChangesAsync());
    }

    private async Task<IReadOnlyList<string>> ActAsync(params object[] acts) =>
        [.. (await _sandbox.ControlAsync(HttpMethod.Post, "/sandbox/acts", new { acts }))["eventIds"]!.AsArray().Select(id => (string)id!)];

    private Task<JsonNode> TruthAsync() => _sandbox.ControlAsync(HttpMethod.Get, $"/sandbox/people/{_person}");

    private static string? Consent(JsonNode truth, string channel) => (string?)truth["subscriptions"]![channel]!["marketing"]!["consent"];

    private static IEnumerable<string> Metrics(JsonNode truth) => truth["counts"]!["eventsByMetric"]!.AsObject().Select(metric => metric.Key);

    private static IEnumerable<string?> Suppressions(JsonNode truth) =>
        truth["subscriptions"]!["email"]!["marketing"]!["suppression"]!.AsArray().Select(item => (string?)item!["reason"]);
}
