using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class ListUsesTests : IAsyncDisposable
{
    private readonly FakeKlaviyo _klaviyo = FakeKlaviyo.Start();

    [Fact]
    public async Task A_list_serves_the_channels_of_the_campaigns_and_flows_that_use_it()
    {
        Campaigns("""{"type":"campaign","id":"C1","attributes":{"status":"Sent","audiences":{"included":["L1"],"excluded":["L2"]}}}""");
        Triggers("L1", "F1");
        Flows("live", """{"type":"send-sms"}""");

        var uses = await ReadAsync("L1", "L2");

        Assert.Equal([Channel.Email, Channel.Sms], uses.Of("L1"));
        Assert.Equal(Enum.GetValues<Channel>(), uses.Of("L2"));
        Assert.False(uses.Refused);
    }

    [Theory]
    [InlineData("""{"type":"send-mobile-push"}""", Channel.Other)]
    [InlineData("""{"type":"ab-test","data":{"main_action":{"type":"send-email"}}}""", Channel.Email)]
    public async Task A_flow_serves_the_channels_of_its_messages(string action, object channel)
    {
        Triggers("L1", "F1");
        Flows("live", action);

        Assert.Equal([(Channel)channel], (await ReadAsync("L1")).Of("L1"));
    }

    [Theory]
    [InlineData("draft", """{"type":"send-email"}""")]
    [InlineData("live", """{"type":"time-delay"}""")]
    public async Task What_sends_nothing_is_no_use(string status, string action)
    {
        Campaigns("""{"type":"campaign","id":"C1","attributes":{"status":"Draft","audiences":{"included":["L1"]}}}""");
        Triggers("L1", "F1");
        Flows(status, action);

        Assert.Equal(Enum.GetValues<Channel>(), (await ReadAsync("L1")).Of("L1"));
    }

    [Theory]
    [InlineData("/api/campaigns")]
    [InlineData("/api/lists")]
    [InlineData("/api/flows")]
    public async Task When_the_key_may_not_see_all_uses_every_list_serves_everything(string path)
    {
        Campaigns("""{"type":"campaign","id":"C1","attributes":{"status":"Sent","audiences":{"included":["L1"]}}}""");
        Triggers("L1", "F1");
        _klaviyo.Answers(path, "403-scope.json", StatusCodes.Status403Forbidden);

        var uses = await ReadAsync("L1");

        Assert.Equal(Enum.GetValues<Channel>(), uses.Of("L1"));
        Assert.True(uses.Refused);
    }

    [Fact]
    public async Task Who_is_on_no_list_costs_no_call()
    {
        await ReadAsync();
        Assert.Empty(_klaviyo.Asked);
    }

    public ValueTask DisposeAsync() => _klaviyo.DisposeAsync();

    private Task<ListUses> ReadAsync(params string[] lists) => ListUses.ReadAsync(_klaviyo.Client, lists, CancellationToken.None);

    private void Campaigns(string campaign) => _klaviyo.Answers("/api/campaigns", request => Results.Text(
        request.Query["filter"].ToString().Contains("\"email\"", StringComparison.Ordinal) ? $$"""{"data":[{{campaign}}]}""" : """{"data":[]}""", "application/vnd.api+json"));

    private void Triggers(string list, string flow) => _klaviyo.AnswersText("/api/lists", JsonSerializer.Serialize(new
    {
        data = new[] { new { type = "list", id = list, relationships = new Dictionary<string, object> { ["flow-triggers"] = new { data = new[] { new { type = "flow", id = flow } } } } } },
    }));

    private void Flows(string status, string action) => _klaviyo.AnswersText("/api/flows", JsonSerializer.Serialize(new
    {
        data = new[]
        {
            new
            {
                type = "flow",
                id = "F1",
                attributes = new { status },
                relationships = new Dictionary<string, object> { ["flow-actions"] = new { data = new[] { new { type = "flow-action", id = "A1" } } } },
            },
        },
        included = new[] { new { type = "flow-action", id = "A1", attributes = new { definition = JsonNode.Parse(action) } } },
    }));
}
