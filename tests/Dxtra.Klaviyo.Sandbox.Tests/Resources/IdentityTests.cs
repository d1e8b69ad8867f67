using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Tests.Hosting;

namespace Dxtra.Klaviyo.Sandbox.Tests.Resources;

/// <summary>Merging through the API, further addresses, and who comes back after a deletion.</summary>
public sealed class IdentityTests : IAsyncLifetime
{
    private const string Second = "second@example.com";
    private RunningSandbox _sandbox = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await RunningSandbox.StartAsync();
        await QuirksAsync(new { jobs = new { deletionMilliseconds = 0, subscriptionMilliseconds = 0 } });
    }

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task Merging_answers_with_the_survivor_and_the_source_is_gone()
    {
        var source = await _sandbox.MakeAsync("""{"attributes":{"email":"source@example.com"}}""");
        var survivor = await _sandbox.MakeAsync("""{"attributes":{"email":"survivor@example.com"}}""");
        var (status, body) = await MergeAsync(survivor, source);

        Assert.Equal((201, survivor), (status, (string?)JsonNode.Parse(body)!["data"]!["id"]));
        await _sandbox.GetErrorAsync($"/api/profiles/{source}", 404);
        Assert.Equal("source@example.com", (string?)Assert.Single((await TruthAsync(survivor))["secondaryEmails"]!.AsArray()));
        Assert.Equal([$"merged {survivor} {source} by merge_profiles"], await _sandbox.ChangesAsync());
        Assert.Equal(404, (await MergeAsync(survivor, source)).Status);
        Assert.Equal(400, (await MergeAsync(survivor, survivor)).Status);
    }

    [Fact]
    public async Task A_further_address_is_shown_nowhere_and_found_by_a_quirk_alone()
    {
        var id = await _sandbox.MakeAsync($$"""{"attributes":{"email":"first@example.com"},"secondaryEmails":["{{Second}}"]}""");

        Assert.DoesNotContain(Second, (await _sandbox.GetAsync($"/api/profiles/{id}")).ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(await FoundAsync(Second));
        Assert.Equal(404, await DeleteAsync(Second));

        await QuirksAsync(new { filters = new { secondaryEmailsMatch = true }, jobs = new { deletionMilliseconds = 0, deletionMatchesSecondaryEmails = true } });
        Assert.Equal([id], await FoundAsync(Second));
        Assert.Equal(202, await DeleteAsync(Second));
        Assert.Empty(await FoundAsync("first@example.com"));
    }

    [Fact]
    public async Task An_import_appends_and_takes_away_further_addresses()
    {
        const string email = """ "attributes":{"email":"first@example.com"} """;
        await ImportAsync($$"""{{email}},"meta":{"patch_identifiers":{"append":{"email":["{{Second}}","third@example.com"]} } }""");
        await ImportAsync($$"""{{email}},"meta":{"patch_identifiers":{"unappend":{"email":"third@example.com"} } }""");

        var id = Assert.Single(await FoundAsync("first@example.com"));
        Assert.Equal(Second, (string?)Assert.Single((await TruthAsync(id))["secondaryEmails"]!.AsArray()));
    }

    [Theory]
    [MemberData(nameof(PersonWrites.Operations), MemberType = typeof(PersonWrites))]
    public async Task Every_write_by_identifier_brings_a_deleted_person_back_as_another(string operation)
    {
        var id = await _sandbox.MakeAsync("""{"attributes":{"email":"first@example.com"}}""");
        Assert.Equal(202, await DeleteAsync("first@example.com"));
        await _sandbox.ControlAsync(HttpMethod.Delete, "/sandbox/changes");

        var (path, body) = PersonWrites.Of(operation);
        Assert.InRange((await _sandbox.SendAsync(HttpMethod.Post, path, body)).Status, 200, 202);

        var back = Assert.Single(await FoundAsync("first@example.com"));
        Assert.NotEqual(id, back);
        Assert.Equal($"created {back} by {operation}", (await _sandbox.ChangesAsync())[0]);
    }

    [Fact]
    public async Task A_repeated_event_refuses_the_whole_job()
    {
        var (path, body) = PersonWrites.Of("bulk_create_events");
        Assert.Equal(202, (await _sandbox.SendAsync(HttpMethod.Post, path, body)).Status);

        Assert.Equal(400, (await _sandbox.SendAsync(HttpMethod.Post, path, body)).Status);
    }

    private Task QuirksAsync(object quirks) => _sandbox.ControlAsync(HttpMethod.Put, "/sandbox/quirks", quirks);

    private Task<JsonNode> TruthAsync(string id) => _sandbox.ControlAsync(HttpMethod.Get, $"/sandbox/people/{id}");

    private async Task<IReadOnlyList<string>> FoundAsync(string email) => (await _sandbox.GetAsync($"/api/profiles?filter=equals(email,'{email}')")).Ids();

    private Task<(int Status, string Body)> MergeAsync(string survivor, string source) => _sandbox.SendAsync(HttpMethod.Post, "/api/profile-merge", $$"""
        {"data":{"type":"profile-merge","id":"{{survivor}}","relationships":{"profiles":{"data":[{"type":"profile","id":"{{source}}"}]} } } }
        """);

    private async Task ImportAsync(string content) => Assert.InRange(
        (await _sandbox.SendAsync(HttpMethod.Post, "/api/profile-import", $$"""{"data":{"type":"profile",{{content}} } }""")).Status, 200, 201);

    private async Task<int> DeleteAsync(string email) => (await _sandbox.SendAsync(HttpMethod.Post, "/api/data-privacy-deletion-jobs", $$"""
        {"data":{"type":"data-privacy-deletion-job","attributes":{"profile":{"data":{"type":"profile","attributes":{"email":"{{email}}"} } } } } }
        """)).Status;
}
