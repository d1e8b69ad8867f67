using Dxtra.Klaviyo.Sandbox.Tests.Hosting;

namespace Dxtra.Klaviyo.Sandbox.Tests.Resources;

/// <summary>Putting people on a list and taking them off it.</summary>
public sealed class ListChangeTests : IAsyncLifetime
{
    private RunningSandbox _sandbox = null!;
    private string _list = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await RunningSandbox.StartAsync();
        _list = (string)(await _sandbox.ControlAsync(HttpMethod.Post, "/sandbox/lists", new { name = "Fresh" }))["id"]!;
    }

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task Joining_and_leaving_is_at_once_and_leaves_consent_and_events_alone()
    {
        var id = await _sandbox.MakeAsync("""{"attributes":{"email":"member@example.com"},"consent":{"email":"SUBSCRIBED"}}""");
        var before = await _sandbox.ControlAsync(HttpMethod.Get, $"/sandbox/people/{id}");

        Assert.Equal((204, ""), await SendAsync(HttpMethod.Post, id));
        Assert.Equal([id], await MembersAsync());
        Assert.Equal((204, ""), await SendAsync(HttpMethod.Delete, id));
        Assert.Empty(await MembersAsync());

        var after = await _sandbox.ControlAsync(HttpMethod.Get, $"/sandbox/people/{id}");
        Assert.Equal(before.ToJsonString(), after.ToJsonString());
        Assert.Equal(
            [$"joinedList {_list} {id} by add_profiles_to_list", $"leftList {_list} {id} by remove_profiles_from_list"],
            await _sandbox.ChangesAsync());
    }

    [Fact]
    public async Task Leaving_twice_or_as_a_stranger_succeeds_and_changes_nothing()
    {
        var id = await _sandbox.MakeAsync("""{"attributes":{"email":"member@example.com"}}""");

        Assert.Equal(204, (await SendAsync(HttpMethod.Delete, id, "01GDDKASAP8TKDDA2GRZDSVP4H")).Status);
        Assert.Empty(await _sandbox.ChangesAsync());
    }

    [Fact]
    public async Task A_stranger_among_those_who_join_keeps_all_of_them_off()
    {
        var id = await _sandbox.MakeAsync("""{"attributes":{"email":"member@example.com"}}""");

        Assert.Equal(404, (await SendAsync(HttpMethod.Post, id, "01GDDKASAP8TKDDA2GRZDSVP4H")).Status);
        Assert.Empty(await MembersAsync());
    }

    [Theory]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":{"type":"profile","id":"x"}}""")]
    [InlineData("""{"data":[{"type":"list","id":"x"}]}""")]
    [InlineData("""{"data":[{"type":"profile"}]}""")]
    public async Task A_body_without_profiles_is_refused(string body)
    {
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Delete })
            Assert.Equal(400, (await _sandbox.SendAsync(method, $"/api/lists/{_list}/relationships/profiles", body)).Status);
    }

    [Fact]
    public async Task A_thousand_are_taken_and_one_more_is_refused()
    {
        var ids = Enumerable.Range(0, 1001).Select(number => $"{number}").ToArray();

        Assert.Equal(204, (await SendAsync(HttpMethod.Delete, ids[..1000])).Status);
        Assert.Equal(400, (await SendAsync(HttpMethod.Delete, ids)).Status);
    }

    private async Task<IReadOnlyList<string>> MembersAsync() => (await _sandbox.GetAsync($"/api/lists/{_list}/relationships/profiles")).Ids();

    private Task<(int Status, string Body)> SendAsync(HttpMethod method, params string[] ids) => _sandbox.SendAsync(
        method,
        $"/api/lists/{_list}/relationships/profiles",
        $$"""{"data":[{{string.Join(',', ids.Select(id => $$"""{"type":"profile","id":"{{id}}"}"""))}}]}""");
}
