using Dxtra.Klaviyo.Sandbox.Tests.Hosting;

namespace Dxtra.Klaviyo.Sandbox.Tests.Filters;

/// <summary>What each operation lets through, over HTTP.</summary>
public sealed class FilterRulesTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData("/api/profiles", "equals(email,amelia@example.com)")]
    [InlineData("/api/profiles", "equals(first_name,\"Amelia\")")]
    [InlineData("/api/profiles", "greater-or-equal(updated,2026-01-01T00:00:00Z)")]
    [InlineData("/api/profiles", "greater-than(updated,\"2026-01-01T00:00:00Z\")")]
    [InlineData("/api/profiles", "greater-than(updated,yesterday)")]
    [InlineData("/api/profiles", "equals(email,\"a\"")]
    [InlineData("/api/events", "equals(profile_id,[\"a\",\"b\"])")]
    [InlineData("/api/events", "greater-than(timestamp,\"5\")")]
    [InlineData("/api/events", "has(datetime)")]
    [InlineData("/api/lists", "equals(archived,true)")]
    [InlineData("/api/flows", "equals(archived,\"true\")")]
    [InlineData("/api/flows", "equals(trigger_type,\"Nothing known\")")]
    [InlineData("/api/profiles", "equals(subscriptions.email.marketing.list_suppressions.reason,\"UNSUBSCRIBE\")")]
    [InlineData("/api/profiles", "equals(subscriptions.email.marketing.suppression.reason,\"X\"),equals(subscriptions.email.marketing.list_suppressions.list_id,\"Y\")")]
    [InlineData("/api/profiles", "greater-than(subscriptions.email.marketing.suppression.timestamp,2020-01-01),less-than(subscriptions.email.marketing.suppression.timestamp,2021-01-01)")]
    public async Task A_filter_that_the_operation_does_not_allow_is_400(string path, string filter)
    {
        var error = await fixture.Sandbox.GetErrorAsync($"{path}?filter={Items.Encoded(filter)}", 400);

        Assert.Equal("invalid", (string?)error["code"]);
        Assert.Equal("Invalid filter provided.", (string?)error["detail"]);
        Assert.Equal("filter", (string?)error["source"]!["parameter"]);
    }

    [Theory]
    [InlineData("equals(email,\"amelia.hartley@example.com\")")]
    [InlineData("equals(email,['amelia.hartley@example.com'])")]
    [InlineData("any(email,[\"amelia.hartley@example.com\",\"nobody@example.com\"])")]
    [InlineData("equals(phone_number,\"+447700900001\")")]
    [InlineData("equals(external_id,'CUST-0001'),less-than(created,2023-01-01)")]
    public async Task A_person_is_found_by_each_identifier(string filter)
    {
        var document = await fixture.Sandbox.GetAsync($"/api/profiles?filter={Items.Encoded(filter)}");

        Assert.Equal("Amelia", (string?)Assert.Single(document["data"]!.AsArray())!["attributes"]!["first_name"]);
    }

    [Fact]
    public async Task A_plus_sign_that_is_not_encoded_becomes_a_space_and_finds_nobody()
    {
        var encoded = await fixture.Sandbox.GetAsync("/api/profiles?filter=equals(email,%22sofia.reyes%2Bshop@example.com%22)");
        var plain = await fixture.Sandbox.GetAsync("/api/profiles?filter=equals(email,%22sofia.reyes+shop@example.com%22)");

        Assert.Single(encoded["data"]!.AsArray());
        Assert.Empty(plain["data"]!.AsArray());
    }

    [Fact]
    public async Task Suppressions_can_be_filtered_by_reason()
    {
        var filter = Items.Encoded("equals(subscriptions.email.marketing.suppression.reason,\"SPAM_COMPLAINT\")");
        var document = await fixture.Sandbox.GetAsync($"/api/profiles?filter={filter}");

        var profile = Assert.Single(document["data"]!.AsArray())!;
        Assert.Equal("complained@example.com", (string?)profile["attributes"]!["email"]);
    }

    [Fact]
    public async Task Bounds_of_time_are_strict_or_not_as_their_names_say()
    {
        var all = await fixture.Sandbox.GetAllAsync("/api/events?page[size]=1000&sort=datetime");
        var bound = (long)all[100].Attributes()["timestamp"]!;

        Assert.Equal(all.Count(item => Time(item) > bound), await CountAsync($"greater-than(timestamp,{bound})"));
        Assert.Equal(all.Count(item => Time(item) >= bound), await CountAsync($"greater-or-equal(timestamp,{bound})"));
        Assert.Equal(all.Count(item => Time(item) < bound), await CountAsync($"less-than(timestamp,{bound})"));
        Assert.Equal(all.Count(item => Time(item) <= bound), await CountAsync($"less-or-equal(timestamp,{bound})"));
    }

    private static long Time(System.Text.Json.Nodes.JsonObject item) => (long)item.Attributes()["timestamp"]!;

    private async Task<int> CountAsync(string filter) =>
        (await fixture.Sandbox.GetAllAsync($"/api/events?page[size]=1000&filter={Items.Encoded(filter)}")).Count;
}
