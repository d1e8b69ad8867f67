using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class CustomObjectsReaderTests : IAsyncLifetime
{
    private AccessFixture _access = null!;

    public async Task InitializeAsync()
    {
        _access = await AccessFixture.CreateAsync();
        _access.Klaviyo
            .AnswersText("/api/profiles", """{"data":[{"type":"profile","id":"01ADA","attributes":{"email":"ada@example.com","phone_number":"+15005550001","external_id":"CUST-1"}}]}""")
            .AnswersText("/api/object-types", """{"data":[{"type":"object-type","id":"T1","attributes":{"title":"Pet"}}],"links":{"next":null}}""");
        await _access.FindAsync();
    }

    public async Task DisposeAsync() => await _access.DisposeAsync();

    [Theory]
    [InlineData("""{"owner":"ADA@example.com"}""", 1)]
    [InlineData("""{"owner_phone":"+15005550001"}""", 1)]
    [InlineData("""{"customer":"CUST-1"}""", 1)]
    [InlineData("""{"customer":"cust-1"}""", 0)]
    [InlineData("""{"profile":"01ADA","name":"Rex"}""", 1)]
    [InlineData("""{"note":"write to ada@example.com"}""", 0)]
    [InlineData("""{"owner":"eve@example.com"}""", 0)]
    [InlineData("{}", 0)]
    public async Task A_record_that_bears_an_identifier_of_the_person_as_a_whole_value_is_theirs(string properties, int rows)
    {
        Records($$"""{"data":[{"type":"object-record","id":"R1","attributes":{"record_properties":{{properties}} } }],"links":{"next":null} }""");

        var part = Assert.Single(await _access.GatherAsync(Reads.CustomObjects));

        Assert.Equal((rows, null), (part.Rows, part.Gap));
    }

    [Fact]
    public async Task A_row_names_the_kind_of_object_and_has_the_record_as_it_was_sent()
    {
        Records("""{"data":[{"type":"object-record","id":"R1","attributes":{"record_properties":{"owner":"ada@example.com"},"mood":"unknown to us"}}],"links":{"next":null}}""");

        var part = Assert.Single(await _access.GatherAsync(Reads.CustomObjects));

        var row = JsonNode.Parse(_access.Exports.Text(ExportNames.Part(_access.Work, part.Files[0])))!;
        Assert.Equal(("Pet", "T1", "unknown to us"), ((string?)row["type"], (string?)row["typeId"], (string?)row["record"]!["attributes"]!["mood"]));
    }

    [Fact]
    public async Task More_records_than_can_be_looked_through_are_a_gap_that_says_so()
    {
        _access.Klaviyo.Answers("/api/object-types/T1/object-records", call => Results.Text(
            $$"""{"data":[],"links":{"next":"http://{{call.Host}}/api/object-types/T1/object-records?page[cursor]={{Guid.NewGuid():n}}"} }""", "application/vnd.api+json"));

        Assert.Equal(GapReason.TooManyToSearch, Assert.Single(await _access.GatherAsync(Reads.CustomObjects)).Gap);
    }

    [Fact]
    public async Task An_account_without_custom_objects_has_none()
    {
        _access.Klaviyo.Answers("/api/object-types", "404-profile.json", 404);

        var part = Assert.Single(await _access.GatherAsync(Reads.CustomObjects));

        Assert.Equal((0, null), (part.Rows, part.Gap));
    }

    [Fact]
    public async Task A_key_that_may_not_see_them_is_a_gap()
    {
        _access.Klaviyo.Answers("/api/object-types", "403-scope.json", 403);

        Assert.Equal(GapReason.MissingScope, Assert.Single(await _access.GatherAsync(Reads.CustomObjects)).Gap);
    }

    private void Records(string page) => _access.Klaviyo.AnswersText("/api/object-types/T1/object-records", page);
}
