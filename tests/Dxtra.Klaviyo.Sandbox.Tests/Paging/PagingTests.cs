using Dxtra.Klaviyo.Sandbox.Tests.Hosting;

namespace Dxtra.Klaviyo.Sandbox.Tests.Paging;

public sealed class PagingTests
{
    [Theory]
    [InlineData("/api/profiles?page[size]=7")]
    [InlineData("/api/profiles?page[size]=7&sort=-email")]
    [InlineData("/api/profiles?page[size]=7&sort=updated")]
    [InlineData("/api/events?page[size]=333")]
    [InlineData("/api/events?page[size]=333&sort=-datetime")]
    [InlineData("/api/lists?page[size]=3&sort=-name")]
    [InlineData("/api/segments?page[size]=2&sort=created")]
    [InlineData("/api/flows?page[size]=2&sort=trigger_type")]
    public async Task Small_pages_give_what_one_walk_gives_and_nothing_twice(string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var ids = (await sandbox.GetAllAsync(path)).Ids();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(ids.Order(), (await sandbox.GetAllAsync(path.Split('?')[0])).Ids().Order());
    }

    [Fact]
    public async Task Events_written_while_paging_do_not_disturb_the_pages_ahead()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var person = (string)(await sandbox.ControlAsync(HttpMethod.Get, "/sandbox/people?limit=1"))[0]!["profileId"]!;
        var path = $"/api/events?page[size]=50&sort=-datetime&filter={Items.Encoded($"equals(profile_id,\"{person}\")")}";
        var before = (await sandbox.GetAllAsync(path)).Ids();

        var first = await sandbox.GetAsync(path);
        await sandbox.ControlAsync(HttpMethod.Post, $"/sandbox/people/{person}/events", new { events = new[] { new { metric = "Active on Site" } } });
        var rest = await sandbox.GetAllAsync((string)first["links"]!["next"]!);

        Assert.Equal(before, first.Ids().Concat(rest.Ids()));
        Assert.Equal(before.Count + 1, (await sandbox.GetAllAsync(path)).Count);
    }

    [Fact]
    public async Task Next_repeats_the_query_and_previous_leads_back()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var first = await sandbox.GetAsync("/api/profiles/?page[size]=5&sort=-created&fields[profile]=email");
        var next = (string)first["links"]!["next"]!;
        var second = await sandbox.GetAsync(next);

        Assert.Contains("sort=-created", next, StringComparison.Ordinal);
        Assert.Contains("fields%5Bprofile%5D=email", next, StringComparison.Ordinal);
        Assert.Equal(first.Ids(), (await sandbox.GetAsync((string)second["links"]!["prev"]!)).Ids());
        Assert.Null(first["links"]!["prev"]);
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_invalid()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var next = (string)(await sandbox.GetAsync("/api/profiles?page[size]=5&sort=email"))["links"]!["next"]!;

        var error = await sandbox.GetErrorAsync(next.Replace("sort=email", "sort=updated", StringComparison.Ordinal), 400);

        Assert.Equal("Invalid cursor provided.", (string?)error["detail"]);
    }
}
