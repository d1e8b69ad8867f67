using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Orders from the call to their end, against a sandbox.</summary>
[Collection(StorageTests.Name)]
public sealed class SandboxOutwardTests(StorageFixture storage) : IAsyncLifetime
{
    private OutwardFixture _outward = null!;

    public async Task InitializeAsync() => _outward = await OutwardFixture.StartAsync(storage);

    public async Task DisposeAsync() => await _outward.DisposeAsync();

    [Fact]
    public async Task Unsubscribing_is_seen_in_klaviyo_before_it_is_confirmed_and_told()
    {
        var anna = await _outward.MakeAsync(OutwardFixture.Anna);
        var view = await _outward.SetAsync(OutwardFixture.Unsubscribe(new { email = "Anna@Example.org" }));

        Assert.Equal(("confirmed", null), OutwardFixture.Of(view));
        Assert.Equal(("a***@e***.org", null), (((string)view["subject"]!).ToLowerInvariant(), (string?)view["listId"]));
        var truth = await _outward.TruthAsync(anna);
        Assert.Equal("UNSUBSCRIBED", (string?)truth["subscriptions"]!["email"]!["marketing"]!["consent"]);
        Assert.Equal("SUBSCRIBED", (string?)truth["subscriptions"]!["sms"]!["marketing"]!["consent"]);
        Assert.Single(truth["lists"]!.AsArray());
        var news = Assert.Single(_outward.Desk.News);
        Assert.Equal((anna, ConsentChannel.EmailMarketing, ConsentState.Unsubscribed, ConsentWay.Dxtra), (news.ProfileId, news.Channel, news.State, news.Way));
        Assert.Equal(
            [(ActivityType.ConsentOrdered, "Received"), (ActivityType.ConsentSending, "Sending"), (ActivityType.ConsentSet, "Confirmed")],
            _outward.Activity.Entries.Select(entry => (entry.Type, entry.Outcome)));
    }

    [Fact]
    public async Task Leaving_a_list_touches_no_consent_whether_the_person_is_on_it_or_not()
    {
        var anna = await _outward.MakeAsync(OutwardFixture.Anna);
        var other = await _outward.MakeListAsync("Other");
        var newsletter = (string)(await _outward.TruthAsync(anna))["lists"]![0]!["id"]!;

        var left = await _outward.SetAsync(OutwardFixture.Unsubscribe(new { email = "anna@example.org" }, newsletter));
        var nothing = await _outward.SetAsync(OutwardFixture.Unsubscribe(new { email = "anna@example.org" }, other));

        Assert.Equal([("confirmed", null), ("confirmed", "alreadySo")], new[] { left, nothing }.Select(OutwardFixture.Of));
        Assert.Equal([$"leftList {newsletter}"], await _outward.ChangesAsync());
        Assert.Equal(0, await _outward.CallsAsync("bulk_unsubscribe_profiles"));
        Assert.Equal((ConsentChannel.List, newsletter), Assert.Single(_outward.Desk.News) is var news ? (news.Channel, news.ListId) : default);
    }

    [Fact]
    public async Task Where_the_person_must_confirm_the_order_says_so()
    {
        var anna = await _outward.MakeAsync("""{"attributes":{"email":"anna@example.org"}}""");
        var doubleOptIn = (string)(await _outward.TruthAsync(await _outward.MakeAsync("""{"lists":["Newsletter"]}""")))["lists"]![0]!["id"]!;
        var view = await _outward.SetAsync(OutwardFixture.Subscribe(new { email = "anna@example.org" }, doubleOptIn));

        Assert.Equal(("pendingConfirmation", null), OutwardFixture.Of(view));
        Assert.Contains(_outward.Desk.News, news => news.ProfileId == anna && news.State == ConsentState.PendingConfirmation);
    }

    [Fact]
    public async Task Consent_given_before_needs_no_confirmation()
    {
        await _outward.MakeAsync("""{"attributes":{"email":"anna@example.org"}}""");
        var view = await _outward.SetAsync(new
        {
            subject = new { email = "anna@example.org" },
            channels = new { emailMarketing = "subscribed" },
            consentedAt = DateTimeOffset.UtcNow.AddDays(-1),
        });

        Assert.Equal(("confirmed", null), OutwardFixture.Of(view));
    }

    [Fact]
    public async Task Whom_klaviyo_does_not_know_is_made_only_when_that_is_asked_for()
    {
        var list = await _outward.MakeListAsync("Fresh");
        var refused = await _outward.SetAsync(OutwardFixture.Unsubscribe(new { email = "nobody@example.com" }));
        Assert.Equal(("noSuchProfile", null), OutwardFixture.Of(refused));
        Assert.Empty(await _outward.ChangesAsync());

        var made = await _outward.SetAsync(new
        {
            subject = new { email = "nobody@example.com" },
            channels = new { emailMarketing = "subscribed" },
            listId = list,
            createIfMissing = true,
        });
        Assert.Equal(("confirmed", null), OutwardFixture.Of(made));
        Assert.Equal(["created", "subscribed email.marketing", $"joinedList {list}"], await _outward.ChangesAsync());
    }

    [Theory]
    [InlineData("subscribed")]
    [InlineData("unsubscribed")]
    public async Task Somebody_new_with_address_and_number_is_one_person(string state)
    {
        var list = await _outward.MakeListAsync("Fresh");
        var view = await _outward.SetAsync(new
        {
            subject = new { email = "nobody@example.com", phone = "+12025550187" },
            channels = new { emailMarketing = state, smsMarketing = state },
            listId = state == "subscribed" ? list : null,
            createIfMissing = true,
        });

        Assert.Equal(("confirmed", null), OutwardFixture.Of(view));
        Assert.Single(await _outward.ChangesAsync(), change => change == "created");
    }

    [Fact]
    public async Task An_erased_person_is_refused_and_nothing_is_sent()
    {
        await _outward.MakeAsync(OutwardFixture.Anna);
        var hashes = _outward.App.Services.GetRequiredService<IdentifierHashes>();
        var phone = Assert.Single(await hashes.OfAsync(_outward.Controller, new("", null, "+12025550187", null), default));
        await _outward.App.Services.GetRequiredService<ITombstoneStore>().AddAsync(
            _outward.Controller, _outward.Processor, [new(phone.Hash, phone.Identifier, "a-request", Some.Now)], default);
        var view = await _outward.SetAsync(OutwardFixture.Unsubscribe(new { email = "anna@example.org" }));

        Assert.Equal(("refused", "erasedPerson"), OutwardFixture.Of(view));
        Assert.Empty(await _outward.ChangesAsync());
        Assert.Equal(0, await _outward.CallsAsync("bulk_unsubscribe_profiles"));
    }

    [Fact]
    public async Task Many_people_go_to_klaviyo_together()
    {
        // Wide enough for thirty orders to arrive in on a busy machine.
        await using var together = await OutwardFixture.StartAsync(storage, options => options.Window = TimeSpan.FromSeconds(5));
        var people = Enumerable.Range(0, 30).Select(number => $"person{number}@example.com").ToList();
        foreach (var email in people)
            await together.MakeAsync($$"""{"attributes":{"email":"{{email}}"},"consent":{"email":"SUBSCRIBED"} }""");
        var views = await Task.WhenAll(people.Select(email => together.SetAsync(OutwardFixture.Unsubscribe(new { email }))));

        Assert.All(views, view => Assert.Equal(("confirmed", null), OutwardFixture.Of(view)));
        Assert.Equal(30, (await together.ChangesAsync()).Count);
        // Orders that wake in the same moment share the others out among themselves: how many calls that makes is chance, but not one each.
        Assert.InRange(await together.CallsAsync("bulk_unsubscribe_profiles"), 1, 29);
    }

    [Fact]
    public async Task One_address_that_klaviyo_does_not_accept_spoils_nobody_elses_order()
    {
        await _outward.MakeAsync(OutwardFixture.Anna);
        await _outward.ControlAsync(HttpMethod.Put, "faults", new { rules = new[] { new { kind = "status", operation = "bulk_unsubscribe_profiles", status = 400, times = 1 } } });
        var view = await _outward.SetAsync(new
        {
            subject = new { externalId = "C-1" },
            channels = new { emailMarketing = "unsubscribed", smsMarketing = "unsubscribed" },
        });

        Assert.Equal("confirmed", (string?)view["outcome"]);
    }

    [Fact]
    public async Task A_202_that_hides_nothing_at_all_is_unconfirmed()
    {
        await using var hasty = await OutwardFixture.StartAsync(storage, options => options.Patience = TimeSpan.FromSeconds(1));
        await hasty.MakeAsync(OutwardFixture.Anna);
        await hasty.ControlAsync(HttpMethod.Put, "faults", new { rules = new[] { new { kind = "ignored", operation = "bulk_unsubscribe_profiles" } } });
        var view = await hasty.SetAsync(OutwardFixture.Unsubscribe(new { email = "anna@example.org" }));

        Assert.Equal(("unconfirmed", null), OutwardFixture.Of(view));
        Assert.Empty(hasty.Desk.News);
    }

    [Theory]
    [InlineData("without subscriptions:write", "missingScope")]
    [InlineData("without profiles:read", "missingScope")]
    [InlineData("revoked", "keyRefused")]
    public async Task What_the_key_may_not_do_fails_with_the_reason(string key, string reason)
    {
        await using var limited = await OutwardFixture.StartAsync(storage, key: key);
        await limited.MakeAsync(OutwardFixture.Anna);

        Assert.Equal(("failed", reason), OutwardFixture.Of(await limited.SetAsync(OutwardFixture.Unsubscribe(new { email = "anna@example.org" }))));
    }

    [Fact]
    public async Task The_same_key_gives_the_same_order_and_another_body_is_refused()
    {
        await _outward.MakeAsync(OutwardFixture.Anna);
        var body = OutwardFixture.Unsubscribe(new { email = "anna@example.org" });
        var (_, first, location) = await _outward.SendAsync(HttpMethod.Put, _outward.Route, body, "key-1");
        var (_, second, _) = await _outward.SendAsync(HttpMethod.Put, _outward.Route, body, "key-1");
        var (status, _, _) = await _outward.SendAsync(HttpMethod.Put, _outward.Route, OutwardFixture.Subscribe(new { email = "anna@example.org" }), "key-1");
        await _outward.EndAsync(location!);

        Assert.Equal((string?)first["id"], (string?)second["id"]);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal(["unsubscribed email.marketing"], await _outward.ChangesAsync());
    }

    [Fact]
    public async Task Of_two_orders_at_once_about_one_thing_only_the_later_goes()
    {
        await using var slow = await OutwardFixture.StartAsync(storage, options => options.Window = TimeSpan.FromSeconds(1));
        await slow.MakeAsync(OutwardFixture.Anna);
        var (_, _, first) = await slow.SendAsync(HttpMethod.Put, slow.Route, OutwardFixture.Subscribe(new { email = "anna@example.org" }));
        await Task.Delay(20);
        var last = await slow.SetAsync(OutwardFixture.Unsubscribe(new { email = "anna@example.org" }));

        Assert.Equal(("confirmed", null), OutwardFixture.Of(last));
        Assert.Equal(("superseded", null), OutwardFixture.Of(await slow.EndAsync(first!)));
        Assert.Equal(0, await slow.CallsAsync("bulk_subscribe_profiles"));
    }
}
