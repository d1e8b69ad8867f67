using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>What callers are shown, and what is kept.</summary>
[Collection(StorageTests.Name)]
public sealed class OutwardViewsTests(StorageFixture storage) : IAsyncLifetime
{
    private OutwardFixture _outward = null!;

    public async Task InitializeAsync() => _outward = await OutwardFixture.StartAsync(storage);

    public async Task DisposeAsync() => await _outward.DisposeAsync();

    [Fact]
    public async Task A_persons_orders_are_found_by_their_key_and_their_consent_by_a_body()
    {
        var anna = await _outward.MakeAsync(OutwardFixture.Anna);
        var order = await _outward.SetAsync(OutwardFixture.Unsubscribe(new { email = "anna@example.org" }));
        var (_, now, _) = await _outward.SendAsync(HttpMethod.Post, $"{_outward.Route}/lookup", new { subject = new { email = "anna@example.org" } });
        var (_, orders, _) = await _outward.SendAsync(HttpMethod.Get, $"{_outward.Route}?subjectKey={now["subjectKey"]}");

        Assert.Equal((string?)order["id"], (string?)Assert.Single(orders["items"]!.AsArray())!["id"]);
        var profile = Assert.Single(now["profiles"]!.AsArray())!;
        Assert.Equal((anna, "a***@e***.org"), ((string)profile["profileId"]!, (string)profile["masked"]!));
        Assert.Contains(profile["channels"]!.AsArray(), channel => (string?)channel!["channel"] == "emailMarketing" && (string?)channel["state"] == "UNSUBSCRIBED");
        Assert.DoesNotContain("anna", now.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal((ActivityType.ConsentLook, "Shown"), _outward.Activity.Entries[^1] is var entry ? (entry.Type, entry.Outcome) : default);
    }

    [Fact]
    public async Task A_preview_tells_side_effects_and_changes_nothing()
    {
        await _outward.MakeAsync("""{"attributes":{"email":"anna@example.org"},"suppressions":["USER_SUPPRESSED","HARD_BOUNCE"]}""");
        var list = await _outward.MakeListAsync("Fresh");
        var (_, view, _) = await _outward.SendAsync(HttpMethod.Post, $"{_outward.Route}/preview", OutwardFixture.Subscribe(new { email = "anna@example.org" }, list));

        var channel = Assert.Single(view["channels"]!.AsArray())!;
        Assert.Equal(["joinsList", "liftsSuppression", "staysSuppressed"], channel["sideEffects"]!.AsArray().Select(effect => (string)effect!));
        Assert.Null((string?)channel["outcome"]);
        Assert.Empty(await _outward.ChangesAsync());
        Assert.Equal([ActivityType.ConsentPreview], _outward.Activity.Entries.Select(entry => entry.Type));
    }

    [Theory]
    [InlineData("not-an-order")]
    [InlineData("a?b")]
    public async Task An_order_that_is_not_there_is_404(string id)
    {
        var (status, body, _) = await _outward.SendAsync(HttpMethod.Get, $"{_outward.Route}/{Uri.EscapeDataString(id)}");

        Assert.Equal((HttpStatusCode.NotFound, ProblemTypes.ConsentOrderNotFound), (status, (string?)body["type"]));
    }

    [Fact]
    public async Task What_is_kept_and_logged_does_not_say_in_clear_who_it_was()
    {
        await _outward.MakeAsync(OutwardFixture.Anna);
        var view = await _outward.SetAsync(OutwardFixture.Unsubscribe(new { email = "anna@example.org" }));
        var order = await _outward.App.Services.GetRequiredService<IConsentOrderStore>().FindAsync(_outward.Controller, (string)view["id"]!, default);

        Assert.Equal("", order!.SubjectCipherText);
        Assert.DoesNotContain(_outward.App.Log.Lines, line => line.Contains("anna", StringComparison.OrdinalIgnoreCase));
    }
}
