using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class ProfileComparisonTests
{
    private static readonly ComparisonTimes Look = new(Some.Now, Some.Now.AddMinutes(-10), TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(15));

    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    [Fact]
    public void What_the_ledger_has_already_is_no_news() =>
        Assert.Empty(Find(Email("SUBSCRIBED", Some.Now.AddDays(-1)), Held(ConsentState.Subscribed, Some.Now.AddDays(-2))));

    [Fact]
    public void What_goes_without_saying_is_no_news() => Assert.Empty(Find(Email("NEVER_SUBSCRIBED", null)));

    [Fact]
    public void A_change_of_which_no_event_told_is_news_from_the_time_that_Klaviyo_gives()
    {
        var news = Assert.Single(Find(Email("UNSUBSCRIBED", Some.Now.AddMinutes(-3)), Held(ConsentState.Subscribed, Some.Now.AddDays(-2))));

        Assert.Equal((ConsentState.Unsubscribed, Some.Now.AddMinutes(-3), ConsentWay.Sync), (news.State, news.EffectiveAt, news.Way));
        Assert.DoesNotContain("01ADA", news.SourceId, StringComparison.Ordinal);
    }

    [Fact]
    public void Consent_that_an_import_dated_back_counts_from_when_Klaviyo_wrote_it()
    {
        var profile = Email("SUBSCRIBED", Some.Now.AddYears(-1), moved: Some.Now.AddMinutes(-2));

        Assert.Equal(Some.Now.AddMinutes(-2), Assert.Single(Find(profile, Held(ConsentState.Unsubscribed, Some.Now.AddDays(-2)))).EffectiveAt);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(16, 1)]
    public void Without_a_later_time_the_profile_is_believed_once_the_ledgers_word_has_settled(int minutesAgo, int count)
    {
        var news = Find(Email("SUBSCRIBED", Some.Now.AddDays(-9), updated: Some.Now.AddDays(-9)), Held(ConsentState.Unsubscribed, Some.Now.AddMinutes(-minutesAgo)));

        Assert.Equal(count, news.Count);
        Assert.All(news, one => Assert.Equal(Some.Now, one.EffectiveAt));
    }

    [Fact]
    public void Of_somebody_unknown_only_what_is_recent_is_news_and_the_rest_is_written_down()
    {
        Assert.Equal(ConsentWay.Reconciliation, Assert.Single(Find(Email("SUBSCRIBED", Some.Now.AddYears(-1)))).Way);
        Assert.Equal(ConsentWay.Sync, Assert.Single(Find(Email("SUBSCRIBED", Some.Now.AddMinutes(-1)))).Way);
    }

    [Fact]
    public void Every_channel_is_compared_and_a_suppression_for_unsubscribing_is_none()
    {
        var profile = Profile("""
            {"email":{"marketing":{"consent":"UNSUBSCRIBED","suppression":[{"reason":"UNSUBSCRIBE","timestamp":"2026-11-23T09:00:00+00:00"},{"reason":"HARD_BOUNCE","timestamp":"2026-11-23T09:30:00.5+00:00"}]},
              "open_tracking":{"consent":"UNSUBSCRIBED"},"click_tracking":{"consent":"SUBSCRIBED"}},
             "sms":{"marketing":{"consent":"SUBSCRIBED"},"transactional":{"consent":"SUBSCRIBED"}},
             "whatsapp":{"marketing":{"consent":"SUBSCRIBED"},"transactional":{"consent":"SUBSCRIBED"},"conversational":{"consent":"UNSUBSCRIBED"}},
             "mobile_push":{"marketing":{"consent":"SUBSCRIBED"}}}
            """);

        var news = Find(profile);

        Assert.Equal(Enum.GetValues<ConsentChannel>().Except([ConsentChannel.List]).Order(), news.Select(one => one.Channel).Order());
        Assert.Equal("HARD_BOUNCE", news.Single(one => one.Channel == ConsentChannel.EmailSuppression).Method);
        Assert.Empty(Find(Profile("""{"email":{"marketing":{"consent":"NEVER_SUBSCRIBED","suppression":[{"reason":"UNSUBSCRIBE"}]}},"whatsapp":null}""")));
    }

    [Fact]
    public void Words_that_we_do_not_know_say_nothing() => Assert.Empty(Find(Email("MAYBE", Some.Now)));

    private static List<ConsentNews> Find(KlaviyoResource<ProfileAttributes> profile, params ConsentHeld[] held) => [.. ProfileComparison.Find(profile, held, Look)];

    private static ConsentHeld Held(ConsentState state, DateTimeOffset since) => new(ConsentChannel.EmailMarketing, null, state, since, since);

    private static KlaviyoResource<ProfileAttributes> Email(string consent, DateTimeOffset? at, DateTimeOffset? moved = null, DateTimeOffset? updated = null) =>
        Of(new() { Email = new() { Marketing = new() { Consent = consent, ConsentTimestamp = at, LastUpdated = moved } } }, updated);

    private static KlaviyoResource<ProfileAttributes> Profile(string subscriptions) =>
        Of(JsonSerializer.Deserialize<ProfileSubscriptions>(subscriptions, SnakeCase)!, null);

    private static KlaviyoResource<ProfileAttributes> Of(ProfileSubscriptions subscriptions, DateTimeOffset? updated) =>
        new("01ADA", "profile", new() { Updated = updated, Subscriptions = subscriptions }, new Dictionary<string, KlaviyoRelationship>(), default);
}
