using Microsoft.DurableTask.Client;

namespace Dxtra.Functions.Embedded.Tests.Durable;

/// <summary>functions-api.md, durable table: continue-as-new.</summary>
public sealed class ContinueAsNewTests
{
    [Fact]
    public async Task It_begins_anew_with_the_new_input_under_the_same_id_and_what_was_returned_is_ignored()
    {
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            var generation = context.GetInput<int>();
            await context.CallActivityAsync("Work");
            if (generation < 3)
                context.ContinueAsNew(generation + 1);
            return $"returned by {generation} of {context.InstanceId}";
        });

        var ended = await host.RunAsync(1, "counter");

        Assert.Equal("returned by 3 of counter", ended.ReadOutputAs<string>());
        Assert.Equal(3, ended.ReadInputAs<int>());
    }

    [Fact]
    public async Task Its_history_holds_the_last_generation_alone()
    {
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            await context.CallActivityAsync("Work");
            if (context.GetInput<int>() < 20)
                context.ContinueAsNew(context.GetInput<int>() + 1);
            return null;
        });

        await host.RunAsync(0);

        // Begun, scheduled; begun, completed.
        Assert.Equal(4, host.Count("history"));
    }

    [Fact]
    public async Task A_custom_status_is_kept_until_it_is_set_anew()
    {
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            if (context.GetInput<bool>())
            {
                await context.WaitForExternalEvent<string>("go");
                context.SetCustomStatus("second");
                return null;
            }

            context.SetCustomStatus("first");
            context.ContinueAsNew(true);
            return null;
        });
        var id = await host.ScheduleAsync(false);
        await Eventually.FindAsync(
            async () => (await host.Client.GetInstanceAsync(id, true)) is { SerializedInput: "true" } second ? second : null, "it begins anew");

        Assert.Equal("\"first\"", (await host.Client.GetInstanceAsync(id, true))!.SerializedCustomStatus);
        await host.Client.RaiseEventAsync(id, "go");
        Assert.Equal("\"second\"", (await host.EndAsync(id)).SerializedCustomStatus);
    }

    [Theory]
    [InlineData(true, "early")]
    [InlineData(false, "timeout")]
    public async Task Events_that_were_not_read_are_kept_when_asked_for(bool preserve, string expected)
    {
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            if (!context.GetInput<bool>())
            {
                await context.WaitForExternalEvent<string>("next");
                context.ContinueAsNew(true, preserve);
                return null;
            }

            try
            {
                return await context.WaitForExternalEvent<string>("data", TimeSpan.FromMilliseconds(100));
            }
            catch (TaskCanceledException)
            {
                return "timeout";
            }
        });
        var id = await host.ScheduleAsync(false);
        await host.Client.RaiseEventAsync(id, "data", "early");
        await host.Client.RaiseEventAsync(id, "next");

        Assert.Equal(expected, (await host.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task No_event_is_lost_or_doubled_over_many_generations()
    {
        const int Events = 200;
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            var seen = context.GetInput<List<int>>()!;
            seen.Add(await context.WaitForExternalEvent<int>("data"));
            if (seen.Count < Events)
                context.ContinueAsNew(seen);
            return seen;
        });
        var id = await host.ScheduleAsync(new List<int>());

        for (var i = 0; i < Events; i++)
            await host.Client.RaiseEventAsync(id, "data", i);

        Assert.Equal(Enumerable.Range(0, Events), (await host.EndAsync(id)).ReadOutputAs<List<int>>()!.Order());
    }

    [Fact]
    public async Task An_orchestrator_that_throws_after_it_has_failed_all_the_same()
    {
        await using var host = await DurableHost.WithMainAsync(context =>
        {
            context.ContinueAsNew(1);
            throw new InvalidOperationException("boom");
        });

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.RunAsync(0)).RuntimeStatus);
    }

    [Fact]
    public async Task A_child_that_begins_anew_still_answers_its_parent()
    {
        await using var host = await DurableHost.WithMainAsync(async context => await context.CallSubOrchestratorAsync<int>("Child", 0));
        host.Scripts.Child = context =>
        {
            var generation = context.GetInput<int>();
            if (generation < 5)
                context.ContinueAsNew(generation + 1);
            return Task.FromResult<object?>(generation);
        };

        Assert.Equal(5, await host.ResultAsync<int>());
    }
}
