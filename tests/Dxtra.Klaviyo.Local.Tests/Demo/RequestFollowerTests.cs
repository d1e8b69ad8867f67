using Dxtra.Klaviyo.Local.Api;
using Dxtra.Klaviyo.Local.Demo;
using Dxtra.Klaviyo.Local.Display;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Local.Tests.Demo;

public sealed class RequestFollowerTests
{
    private readonly RecordedProgress _progress = new();

    [Fact]
    public async Task It_shows_each_step_and_ends_with_the_completed_request()
    {
        var request = await FollowAsync(
            """{"id":"r","status":"received","subject":"s"}""",
            """{"id":"r","status":"running","step":"gathering","progress":{"done":2,"total":5,"unit":"parts"},"subject":"s"}""",
            """{"id":"r","status":"completed","subject":"s","outcome":{"result":"complete","counts":{"events":3},"gaps":[]}}""");

        Assert.Equal(["Received", "Gathering: parts 2/5"], _progress.Texts);
        Assert.Equal(3, request.Outcome!.Counts["events"]);
    }

    [Theory]
    [InlineData("failed")]
    [InlineData("cancelled")]
    public async Task Any_other_end_is_a_failure_with_its_outcome(string status)
    {
        var failure = await Assert.ThrowsAsync<LauncherException>(() => FollowAsync(
            $$"""{"id":"r","status":"{{status}}","subject":"s","outcome":{"result":"missingScope","counts":{},"gaps":[] } }"""));

        Assert.Contains(status, failure.Message, StringComparison.Ordinal);
        Assert.Contains("missingScope", failure.Message, StringComparison.Ordinal);
    }

    private async Task<Answers.Request> FollowAsync(params string[] answers)
    {
        var left = new Queue<string>(answers);
        await using var app = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(left.Dequeue());
        });
        using var api = new DxtraApi(app.Address, "did:dep:shop", "a-token");
        return await new RequestFollower(api, _progress).FollowAsync("r", CancellationToken.None);
    }

    private sealed class RecordedProgress : IStepProgress
    {
        public List<string> Texts { get; } = [];

        public void Say(string text) => Texts.Add(text);

        public void Count(string text, long done, long? total) => Texts.Add($"{text} {done}/{total}");
    }
}
