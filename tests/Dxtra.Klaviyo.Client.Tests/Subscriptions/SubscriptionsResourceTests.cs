namespace Dxtra.Klaviyo.Client.Tests;

public class SubscriptionsResourceTests
{
    private static readonly Unsubscription ByEmail = new() { Email = "ada@example.com", Channels = ConsentChannels.EmailMarketing };
    private static readonly Subscription Joining = new() { Email = "ada@example.com", Channels = ConsentChannels.EmailMarketing };

    public static TheoryData<string> Incomplete => [.. IncompleteChanges.Keys];

    private static Dictionary<string, ConsentChange> IncompleteChanges { get; } = new()
    {
        ["no channel"] = new Unsubscription { Email = "ada@example.com" },
        ["e-mail without an address"] = new Unsubscription { PhoneNumber = "+15005550006", Channels = ConsentChannels.EmailMarketing },
        ["sms without a number"] = new Unsubscription { Email = "ada@example.com", Channels = ConsentChannels.SmsTransactional },
        ["one of two without"] = ByEmail with { Channels = ConsentChannels.EmailMarketing | ConsentChannels.SmsMarketing },
        ["a conversation given"] = Joining with { PhoneNumber = "+15005550006", Channels = ConsentChannels.WhatsAppConversational },
        ["a time outside an import"] = Joining with { ConsentedAt = DateTimeOffset.UnixEpoch },
    };

    [Fact]
    public async Task A_change_of_consent_is_answered_without_a_document()
    {
        await using var server = await StandIn.StartAsync(Answer.Status(202), Answer.Status(202));
        await using var client = new TestClient(server.Address);
        await client.Klaviyo.Subscriptions.UnsubscribeAsync([ByEmail]);
        await client.Klaviyo.Subscriptions.SubscribeAsync([Joining]);
        Assert.Equal(2, server.Received.Count);
    }

    [Fact]
    public async Task Unsubscribing_never_names_a_list()
    {
        await using var server = await StandIn.StartAsync(Answer.Status(202));
        await using var client = new TestClient(server.Address);
        await client.Klaviyo.Subscriptions.UnsubscribeAsync([ByEmail]);
        Assert.DoesNotContain("relationships", Assert.Single(server.Received).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task Nobody_and_more_than_klaviyo_takes_are_refused_before_anything_is_sent(int count)
    {
        await using var server = await StandIn.StartAsync();
        await using var client = new TestClient(server.Address);
        var subscriptions = client.Klaviyo.Subscriptions;
        await Assert.ThrowsAsync<ArgumentException>(() => subscriptions.UnsubscribeAsync([.. Enumerable.Repeat(ByEmail, count)]));
        await Assert.ThrowsAsync<ArgumentException>(() => subscriptions.SubscribeAsync([.. Enumerable.Repeat(Joining, count * 10)]));
        await Assert.ThrowsAsync<ArgumentException>(() => subscriptions.SuppressAsync([.. Enumerable.Repeat("a@example.com", count)]));
        await Assert.ThrowsAsync<ArgumentException>(() => subscriptions.UnsuppressAsync([.. Enumerable.Repeat("a@example.com", count)]));
        Assert.Empty(server.Received);
    }

    [Theory]
    [MemberData(nameof(Incomplete))]
    public async Task A_change_that_klaviyo_could_misread_is_refused_before_anything_is_sent(string what)
    {
        await using var server = await StandIn.StartAsync();
        await using var client = new TestClient(server.Address);
        await Assert.ThrowsAsync<ArgumentException>(() => IncompleteChanges[what] is Unsubscription leaving
            ? client.Klaviyo.Subscriptions.UnsubscribeAsync([leaving])
            : client.Klaviyo.Subscriptions.SubscribeAsync([(Subscription)IncompleteChanges[what]]));
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_historical_import_wants_the_time_of_every_consent()
    {
        await using var server = await StandIn.StartAsync();
        await using var client = new TestClient(server.Address);
        await Assert.ThrowsAsync<ArgumentException>(() => client.Klaviyo.Subscriptions.SubscribeAsync(
            [Joining with { ConsentedAt = DateTimeOffset.UnixEpoch }, Joining], new() { HistoricalImport = true }));
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_job_is_read_with_its_status_and_counts()
    {
        await using var server = await StandIn.StartAsync(
            Answer.Example("documents/suppression-job.json", 202), Answer.Example("documents/suppression-job.json"));
        await using var client = new TestClient(server.Address);
        var started = await client.Klaviyo.Subscriptions.SuppressAsync(["ada@example.com"]);
        var job = await client.Klaviyo.Subscriptions.GetSuppressionJobAsync(started.Id);

        Assert.Equal("01K4A6Q7E0V7M3P1Q8R5S2T9UX", job.Id);
        Assert.Equal(("processing", 0, 0, 0), (
            job.Attributes.Status, job.Attributes.TotalCount, job.Attributes.CompletedCount, job.Attributes.SkippedCount));
        Assert.Equal(job.Attributes.CreatedAt, job.Attributes.CompletedAt);
    }

    [Fact]
    public void A_change_prints_without_the_person()
    {
        Assert.Equal("Unsubscription", $"{ByEmail}");
        Assert.Equal("Subscription", $"{Joining}");
        Assert.Equal("PushDevice", $"{new PushDevice("token", "ios", "apns")}");
    }
}
