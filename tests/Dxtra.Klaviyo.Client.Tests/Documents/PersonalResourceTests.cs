namespace Dxtra.Klaviyo.Client.Tests;

public class PersonalResourceTests
{
    private const string Id = "01GDDKASAP8TKDDA2GRZDSVP4H";

    [Fact]
    public async Task A_profile_with_groups_brings_its_lists_and_segments()
    {
        await using var server = await StandIn.StartAsync(Answer.Text("""
            { "data": { "type": "profile", "id": "P", "attributes": { "email": "ada@example.com" },
                        "relationships": { "lists": { "data": [{ "type": "list", "id": "L" }] } } },
              "included": [{ "type": "list", "id": "L", "attributes": { "name": "News" } }, { "type": "segment", "id": "S" }] }
            """));
        await using var client = TestClient.Impatient(server.Address);
        var found = await client.Klaviyo.Profiles.GetWithGroupsAsync(Id);
        Assert.Equal("ada@example.com", found.Resource.Attributes.Email);
        Assert.Equal([("list", "L"), ("segment", "S")], found.Included.Select(group => (group.Type, group.Id)));
        Assert.DoesNotContain("ada", found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coupon_code_tells_its_profile_and_coupon()
    {
        await using var server = await StandIn.StartAsync(Answer.Page("""
            { "type": "coupon-code", "id": "10OFF-X", "attributes":
                { "unique_code": "X", "expires_at": "2027-01-01T00:00:00+00:00", "status": "ASSIGNED_TO_PROFILE", "odd": 1 },
              "relationships": { "coupon": { "data": { "type": "coupon", "id": "10OFF" } },
                                 "profile": { "data": { "type": "profile", "id": "P" } } } }
            """));
        await using var client = TestClient.Impatient(server.Address);
        var code = await client.Klaviyo.CouponCodes.SearchAsync([Id]).ItemsAsync().SingleAsync();
        Assert.Equal(("X", "ASSIGNED_TO_PROFILE", 2027), (code.Attributes.UniqueCode, code.Attributes.Status, code.Attributes.ExpiresAt!.Value.Year));
        Assert.Equal(("10OFF", "P"), (code.RelatedId("coupon"), code.RelatedId("profile")));
        Assert.True(code.Attributes.UnknownFields!.ContainsKey("odd"));
    }

    [Fact]
    public async Task A_source_mapping_tells_which_place_of_the_source_names_the_person()
    {
        await using var server = await StandIn.StartAsync(Answer.Text("""
            { "data": { "type": "source-mapping", "id": "M", "attributes": {
                "property_mappings": [
                  { "id": 2, "type": "simple", "source": { "source_id": "S", "id_path": "$['id']", "data_path": "$['mail']" } },
                  { "id": 3, "type": "constant", "value": true }],
                "relationship_mappings": [{ "relationship_id": "R", "type": "simple", "source": {
                  "source_id": "S", "type": "profile", "id_path": "$['id']",
                  "related_id_paths": [{ "identifier_type": "email", "path": "$['mail']" }] } }] } } }
            """));
        await using var client = TestClient.Impatient(server.Address);
        var mapping = (await client.Klaviyo.CustomObjects.FindSourceMappingAsync("X"))!.Attributes;
        var path = Assert.Single(Assert.Single(mapping.RelationshipMappings!).Source!.RelatedIdPaths!);
        Assert.Equal(new SourceMappingAttributes.RelatedIdPath("email", "$['mail']"), path);
        Assert.Equal([(2, "$['mail']"), (3, null)], mapping.PropertyMappings!.Select(each => (each.Id, each.Source?.DataPath)));
    }

    [Theory]
    [InlineData("""{ "data": null }""")]
    [InlineData("""{ "data": null, "links": { "self": "x" } }""")]
    public async Task A_schema_without_a_source_has_no_mapping(string document)
    {
        await using var server = await StandIn.StartAsync(Answer.Text(document));
        await using var client = TestClient.Impatient(server.Address);
        Assert.Null(await client.Klaviyo.CustomObjects.FindSourceMappingAsync("X"));
    }

    [Fact]
    public async Task Codes_of_nobody_are_not_asked_for()
    {
        await using var server = await StandIn.StartAsync();
        await using var client = TestClient.Impatient(server.Address);
        Assert.Throws<ArgumentException>(() => client.Klaviyo.CouponCodes.SearchAsync([]));
        Assert.Empty(server.Received);
    }
}
