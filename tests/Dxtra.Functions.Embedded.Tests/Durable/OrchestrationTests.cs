using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Dxtra.Functions.Embedded.Tests.Durable;

/// <summary>functions-api.md, durable table: how orchestrations end and what they pass.</summary>
public sealed class OrchestrationTests
{
    [Fact]
    public async Task An_orchestrator_that_throws_ends_Failed_with_type_and_message_as_plain_text_and_no_details()
    {
        await using var host = await DurableHost.WithMainAsync(_ => throw new InvalidOperationException("boom"));

        var ended = await host.RunAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Equal("System.InvalidOperationException: boom", ended.SerializedOutput);
        Assert.Null(ended.FailureDetails);
    }

    [Fact]
    public async Task An_unknown_orchestrator_can_be_scheduled_and_ends_Failed_with_the_known_names()
    {
        await using var host = await DurableHost.StartAsync();

        var ended = await host.EndAsync(await host.Client.ScheduleNewOrchestrationInstanceAsync("Missing"));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Contains("'Child', 'Main'", ended.SerializedOutput);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text")]
    public async Task Inputs_and_results_arrive_as_they_were_null_too(string? value)
    {
        await using var host = await DurableHost.StartAsync(functions: typeof(NullableFunctions));

        var ended = await host.EndAsync(await host.Client.ScheduleNewOrchestrationInstanceAsync("EchoTwice", value));

        Assert.Equal(value, ended.ReadInputAs<string?>());
        Assert.Equal(value, ended.ReadOutputAs<string?>());
    }

    [Fact]
    public async Task A_result_of_300_000_characters_arrives_whole()
    {
        var text = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"{i,6}"));
        await using var host = await DurableHost.WithMainAsync(async context => await context.CallActivityAsync<string>("Work"));
        host.Scripts.Work = _ => Task.FromResult<object?>(text);

        Assert.Equal(text, await host.ResultAsync<string>());
    }

    [Fact]
    public async Task Payloads_have_names_as_in_CSharp_and_numbers_for_enums()
    {
        await using var host = await DurableHost.WithMainAsync(context =>
        {
            context.SetCustomStatus(new Sample("Ann", DayOfWeek.Friday, null));
            return Task.FromResult<object?>(context.GetInput<Sample>());
        });

        var ended = await host.RunAsync(new { name = "Bob", Day = 2 });

        Assert.Equal("""{"Name":"Ann","Day":5,"Note":null}""", ended.SerializedCustomStatus);
        Assert.Equal("""{"Name":"Bob","Day":2,"Note":null}""", ended.SerializedOutput);
        Assert.Equal(new Sample("Ann", DayOfWeek.Friday, null), ended.ReadCustomStatusAs<Sample>());
    }

    [Fact]
    public async Task A_custom_status_never_set_is_the_text_null()
    {
        await using var host = await DurableHost.WithMainAsync(_ => Task.FromResult<object?>(null));

        Assert.Equal("null", (await host.RunAsync()).SerializedCustomStatus);
    }

    [Fact]
    public async Task A_timer_in_the_past_and_one_of_zero_fire_at_once()
    {
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            await context.CreateTimer(context.CurrentUtcDateTime.AddDays(-1), CancellationToken.None);
            await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
            return "fired";
        });

        Assert.Equal("fired", await host.ResultAsync<string>());
    }

    [Fact]
    public async Task Awaiting_a_cancelled_timer_throws_TaskCanceledException()
    {
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            using var end = new CancellationTokenSource();
            var timer = context.CreateTimer(TimeSpan.FromHours(1), end.Token);
            await context.CallActivityAsync("Work");
            end.Cancel();
            await Assert.ThrowsAsync<TaskCanceledException>(() => timer);
            return "cancelled";
        });

        Assert.Equal("cancelled", await host.ResultAsync<string>());
    }

    [Fact]
    public async Task A_timer_neither_awaited_nor_cancelled_keeps_the_orchestration_Running_until_it_fires()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var host = await DurableHost.WithMainAsync(
            async context =>
            {
                var timer = context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                return await Task.WhenAny(timer, context.CallActivityAsync("Work")) == timer ? "timer" : "activity";
            },
            time);
        var id = await host.ScheduleAsync();
        await Eventually.HoldsAsync(() => host.Count("history where kind = 11 or kind = 10") == 1, "the activity's result is delivered");
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.Client.GetInstanceAsync(id))!.RuntimeStatus);

        await host.AdvanceToTimerAsync(time);

        Assert.Equal("activity", (await host.EndAsync(id)).ReadOutputAs<string>());
    }

    internal static class NullableFunctions
    {
        [Function("EchoTwice")]
        public static async Task<string?> EchoTwiceAsync([OrchestrationTrigger] TaskOrchestrationContext context, string? input) =>
            await context.CallActivityAsync<string?>("Work", input);
    }

    internal sealed record Sample(string Name, DayOfWeek Day, string? Note);
}
