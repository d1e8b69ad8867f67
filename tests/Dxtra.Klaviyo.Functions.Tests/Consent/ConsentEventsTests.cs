using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class ConsentEventsTests : IAsyncLifetime
{
    private readonly FakeKlaviyo _klaviyo = FakeKlaviyo.Start();
    private readonly ConsentFixture _consent;
    private string _smsName = "Unsubscribed from SMS Marketing";

    public ConsentEventsTests()
    {
        _consent = new(connections: new FakeConnections(_klaviyo));
        _klaviyo.Answers("/api/metrics", _ => Microsoft.AspNetCore.Http.Results.Text(JsonSerializer.Serialize(new
        {
            data = new[] { Metric("M1", "Unsubscribed from Email Marketing", "klaviyo"), Metric("M2", _smsName, "klaviyo"), Metric("M3", "Unsubscribed from Email Marketing", "api") },
            links = new { next = (string?)null },
        }), "application/vnd.api+json"));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _klaviyo.DisposeAsync();

    [Theory]
    [InlineData("subscribed_to_email_marketing", "EmailMarketing", "Subscribed")]
    [InlineData("unsubscribed_from_email_marketing", "EmailMarketing", "Unsubscribed")]
    [InlineData("manually_suppressed_from_email_marketing", "EmailSuppression", "Suppressed")]
    [InlineData("manually_unsuppressed_from_email_marketing", "EmailSuppression", "NotSuppressed")]
    [InlineData("subscribed_to_sms_marketing", "SmsMarketing", "Subscribed")]
    [InlineData("unsubscribed_from_sms_marketing", "SmsMarketing", "Unsubscribed")]
    [InlineData("subscribed_to_text_messaging_marketing", "SmsMarketing", "Subscribed")]
    [InlineData("unsubscribed_from_text_messaging_marketing", "SmsMarketing", "Unsubscribed")]
    [InlineData("unsubscribed_from_text_messaging_transactional", "SmsTransactional", "Unsubscribed")]
    public async Task A_topic_says_what_it_says_without_asking_Klaviyo(string slug, string channel, string state)
    {
        var news = Assert.Single(await ReadAsync(Event() with { Topic = $"event:klaviyo.{slug}" }));

        Assert.Equal((channel, state, "e1", "01ADA", Some.Now), (news.Channel.ToString(), news.State.ToString(), news.SourceId, news.ProfileId, news.EffectiveAt));
        Assert.Equal(news.Channel == ConsentChannel.EmailSuppression ? "USER_SUPPRESSED" : "Preference Page", news.Method);
        Assert.Empty(_klaviyo.Asked);
    }

    [Theory]
    [InlineData("event:klaviyo.opened_email")]
    [InlineData("event:klaviyo.clicked_email_to_unsubscribe")]
    [InlineData("event:api.unsubscribed_from_email_marketing")]
    [InlineData("event:klaviyo.merged_profile")]
    [InlineData("nonsense")]
    public async Task Other_topics_say_nothing(string topic) => Assert.Empty(await ReadAsync(Event() with { Topic = topic }));

    [Fact]
    public async Task A_complaint_ends_consent_and_suppresses() => Assert.Equal(
        [(ConsentChannel.EmailMarketing, ConsentState.Unsubscribed, "SPAM_COMPLAINT"), (ConsentChannel.EmailSuppression, ConsentState.Suppressed, "SPAM_COMPLAINT")],
        (await ReadAsync(Event() with { Topic = "event:klaviyo.marked_email_as_spam" })).Select(news => (news.Channel, news.State, news.Method)));

    [Theory]
    [InlineData("Hard", 1)]
    [InlineData("Soft", 0)]
    [InlineData(null, 0)]
    public async Task Only_a_hard_bounce_suppresses(string? type, int count) => Assert.Equal(count,
        (await ReadAsync(Event(new Dictionary<string, string?> { ["Bounce Type"] = type }) with { Topic = "event:klaviyo.bounced_email" })).Count);

    [Fact]
    public async Task A_list_is_named_by_its_id_or_else_its_name_and_an_event_without_one_says_nothing()
    {
        var joined = Event(new Dictionary<string, string?> { ["List"] = "Newsletter" }) with { Topic = "event:klaviyo.subscribed_to_list" };

        Assert.Equal("Newsletter", Assert.Single(await ReadAsync(joined)).ListId);
        Assert.Empty(await ReadAsync(Event() with { Topic = joined.Topic }));
    }

    [Fact]
    public async Task Metrics_are_Klaviyos_own_and_known_by_id_even_after_they_were_renamed()
    {
        Assert.Equal(ConsentChannel.SmsMarketing, Assert.Single(await ReadAsync(Event() with { MetricId = "M2" })).Channel);
        Assert.Empty(await ReadAsync(Event() with { MetricId = "M3" }));
        _smsName = "Something else altogether";
        _consent.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Empty(await ReadAsync(Event() with { MetricId = "M9" }));
        Assert.Equal(ConsentChannel.SmsMarketing, Assert.Single(await ReadAsync(Event() with { MetricId = "M2" })).Channel);
    }

    [Fact]
    public async Task Metrics_are_asked_for_once_an_hour_at_most_however_many_are_unknown()
    {
        for (var i = 0; i < 5; i++)
            await ReadAsync(Event() with { MetricId = $"unknown{i}" }, Event() with { MetricId = "M1" });

        Assert.Single(_klaviyo.Asked);
        _consent.Clock.Advance(TimeSpan.FromHours(1));
        await ReadAsync(Event() with { MetricId = "unknown" });
        Assert.Equal(2, _klaviyo.Asked.Count);
    }

    [Fact]
    public async Task Without_the_scope_for_metrics_topics_still_tell()
    {
        _klaviyo.Answers("/api/metrics", "403-scope.json", 403);

        Assert.Single(await ReadAsync(Event() with { MetricId = "M1" }, Event() with { Topic = "event:klaviyo.unsubscribed_from_email_marketing" }));
    }

    [Fact]
    public async Task An_event_that_names_nobody_says_nothing() =>
        Assert.Empty(await ReadAsync(Event() with { Topic = "event:klaviyo.unsubscribed_from_email_marketing", ProfileId = null }));

    private Task<IReadOnlyList<ConsentNews>> ReadAsync(params ArrivedEvent[] events) =>
        _consent.Events.ReadAsync(_consent.Work.ControllerDid, _consent.Work.ProcessorId, events, ConsentWay.Webhook, CancellationToken.None);

    private static ArrivedEvent Event(Dictionary<string, string?>? properties = null) =>
        new("e1", null, null, "01ADA", Some.Now, JsonSerializer.SerializeToElement(properties ?? new() { ["Method"] = "Preference Page" }));

    private static object Metric(string id, string name, string integration) =>
        new { type = "metric", id, attributes = new { name, integration = new { key = integration, name = integration } } };
}
