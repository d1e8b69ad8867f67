using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Tests.Hosting;

namespace Dxtra.Klaviyo.Sandbox.Tests.Resources;

/// <summary>Devices, coupon codes, reviews and custom objects.</summary>
public sealed class HoldingsTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Coupon_codes_are_given_for_people_or_coupons_and_refused_without_either()
    {
        var sandbox = fixture.Sandbox;
        var people = (await sandbox.GetAllAsync("/api/profiles?page[size]=100")).Ids();
        var quoted = string.Join(',', people.Select(id => $"'{id}'"));
        var codes = await sandbox.GetAllAsync($"/api/coupon-codes?include=coupon&filter=any(profile.id,[{quoted}])");

        Assert.NotEmpty(codes);
        Assert.All(codes, code => Assert.Contains((string)code["relationships"]!["profile"]!["data"]!["id"]!, people));
        Assert.All(
            await sandbox.GetAllAsync("/api/coupon-codes?filter=equals(coupon.id,'SORRY5')"),
            code => Assert.StartsWith("SORRY5-", (string?)code["id"], StringComparison.Ordinal));
        await sandbox.GetErrorAsync("/api/coupon-codes", 400);
        await sandbox.GetErrorAsync("/api/coupon-codes?filter=equals(status,'USED')", 400);
    }

    [Fact]
    public async Task Codes_that_nobody_has_name_no_profile()
    {
        var spare = await fixture.Sandbox.GetAllAsync("/api/coupon-codes?filter=equals(coupon.id,'WELCOME10'),equals(status,'UNASSIGNED')");

        Assert.Equal(20, spare.Count);
        Assert.All(spare, code => Assert.False(code["relationships"]!.AsObject().ContainsKey("profile")));
    }

    [Fact]
    public async Task Push_tokens_are_found_by_profile_and_name_it()
    {
        var all = await fixture.Sandbox.GetAllAsync("/api/push-tokens?page[size]=2");
        var owner = (string)all[0]["relationships"]!["profile"]!["data"]!["id"]!;
        var own = await fixture.Sandbox.GetAllAsync($"/api/push-tokens?filter=equals(profile.id,'{owner}')");

        Assert.True(all.Count > own.Count);
        Assert.Contains((string)all[0]["id"]!, own.Ids());
        Assert.Equal(own.Ids().Order(), (await fixture.Sandbox.GetAllAsync($"/api/profiles/{owner}/push-tokens")).Ids().Order());
        await fixture.Sandbox.GetErrorAsync("/api/profiles/nobody/push-tokens", 404);
        await fixture.Sandbox.GetErrorAsync("/api/profiles/nobody/conversations", 404);
    }

    [Fact]
    public async Task Reviews_of_every_status_are_one_filter_away_and_carry_an_address_as_it_was_typed()
    {
        var all = await fixture.Sandbox.GetAllAsync("/api/reviews?page[size]=3&sort=created&filter=equals(status,'all')");
        var bad = await fixture.Sandbox.GetAllAsync("/api/reviews?filter=equals(status,'all'),less-or-equal(rating,2)");
        var events = await fixture.Sandbox.GetAsync("/api/reviews?include=events");

        Assert.Equal(all.Ids().Distinct().Count(), all.Count);
        Assert.NotEmpty(bad);
        Assert.All(bad, review => Assert.True((int)review.Attributes()["rating"]! <= 2));
        Assert.Contains(all, review => ((string)review.Attributes()["email"]!).Any(char.IsUpper));
        Assert.NotEmpty(events["included"]!.AsArray());
        Assert.All(events["included"]!.AsArray(), item => Assert.NotNull(item!["relationships"]!["profile"]!["data"]));
    }

    [Fact]
    public async Task Records_tie_to_people_through_the_property_that_the_source_mapping_names()
    {
        var types = await fixture.Sandbox.GetAsync("/api/object-types?include=current-schema");
        var cards = types["data"]!.AsArray().Single(type => (string?)type!["attributes"]!["title"] == "Loyalty Card")!;
        var schema = (string)cards["relationships"]!["current-schema"]!["data"]!["id"]!;
        var mapping = (await fixture.Sandbox.GetAsync($"/api/object-schemas/{schema}/source-mapping"))["data"]!["attributes"]!;
        var identifier = mapping["relationship_mappings"]![0]!["source"]!["related_id_paths"]![0]!;

        Assert.Equal("$['email']", (string?)identifier["path"]);
        Assert.Contains(mapping["property_mappings"]!.AsArray(), item => (string?)item!["source"]!["data_path"] == "$['email']");
        Assert.All(
            await fixture.Sandbox.GetAllAsync($"/api/object-types/{cards["id"]}/object-records"),
            record => Assert.NotNull(record.Attributes()["record_properties"]!["email"]));
    }

    [Fact]
    public async Task Records_that_no_source_made_have_no_mapping_and_fill_two_pages()
    {
        var types = await fixture.Sandbox.GetAsync("/api/object-types?include=current-schema");
        var stockists = types["data"]!.AsArray().Single(type => (string?)type!["attributes"]!["title"] == "Stockist")!;
        var schema = (string)stockists["relationships"]!["current-schema"]!["data"]!["id"]!;

        Assert.Null((await fixture.Sandbox.GetAsync($"/api/object-schemas/{schema}/source-mapping"))["data"]);
        Assert.Equal(130, (await fixture.Sandbox.GetAllAsync($"/api/object-types/{stockists["id"]}/object-records?page[size]=100")).Count);
    }

    [Theory]
    [InlineData("/api/push-tokens", "push-tokens:read")]
    [InlineData("/api/coupons", "coupons:read")]
    [InlineData("/api/coupon-codes?filter=equals(coupon.id,'SORRY5')", "coupon-codes:read")]
    [InlineData("/api/reviews", "reviews:read")]
    [InlineData("/api/object-types", "custom-objects:read")]
    public async Task A_key_without_the_scope_is_refused(string path, string scope)
    {
        using var client = fixture.Sandbox.ClientWith(fixture.Sandbox.Server.ApiKeys[$"without {scope}"]);
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(403, (int)response.StatusCode);
    }

    [Fact]
    public async Task The_first_person_has_something_of_everything()
    {
        var id = (await fixture.Sandbox.GetAsync("/api/profiles?filter=equals(email,%22amelia.hartley@example.com%22)")).Ids()[0];
        var truth = (await fixture.Sandbox.ControlAsync(HttpMethod.Get, $"/sandbox/people/{id}")).AsObject();

        string[] kinds =
            ["lists", "segments", "listChanges", "pushTokens", "conversations", "couponCodes", "reviews", "objectRecords", "events"];
        foreach (var kind in kinds)
            Assert.True(truth[kind] is JsonArray { Count: > 0 }, kind);
        Assert.Contains(truth["events"]!.AsArray(), item => item!["attribution"]?["campaignName"] is not null);
    }
}
