using Dxtra.Functions.Embedded.Tests.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Functions.Embedded.Tests.Timers;

public sealed class TimerServiceTests
{
    [Fact]
    public async Task Timers_run_while_the_host_runs_within_the_worker_middleware()
    {
        var ran = new TaskCompletionSource<TimerInfo>();
        var folder = new TestFolder().With("local.settings.json", """{"Values": {"Schedule": "0 0 4 * * *"}}""");
        await using var app = await TestApp.StartAsync(typeof(Nightly), builder => builder.Services.AddSingleton(ran), folder);

        var timer = await ran.Task.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.NotNull(timer.ScheduleStatus);
        Assert.True(File.Exists(folder.File("data/timers/Nightly.json")));
    }

    [Theory]
    [InlineData(typeof(Nightly), "Timer function 'Nightly': The setting 'Schedule', which a trigger names as %Schedule%, is missing.")]
    [InlineData(typeof(Nonsense), "Timer function 'Nonsense': 'now and then' is neither an NCRONTAB expression of six or five fields nor a time span.")]
    [InlineData(typeof(Foreign), "Timer function 'Foreign': nothing fills the parameter 'input'.")]
    public async Task A_timer_that_cannot_run_is_an_error_at_start(Type functions, string message)
    {
        using var folder = new TestFolder();
        using var host = TestApp.Builder(folder, [functions]).Build();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());

        Assert.Equal(message, error.Message);
    }

    internal sealed class Nightly(TaskCompletionSource<TimerInfo> ran)
    {
        [Function("Nightly")]
        public void Run([TimerTrigger("%Schedule%", RunOnStartup = true)] TimerInfo timer) => ran.SetResult(timer);
    }

    internal static class Nonsense
    {
        [Function("Nonsense")]
        public static void Run([TimerTrigger("now and then")] TimerInfo timer) => Assert.NotNull(timer);
    }

    internal static class Foreign
    {
        [Function("Foreign")]
        public static void Run([TimerTrigger("0 0 4 * * *")] TimerInfo timer, string input) => Assert.NotSame(timer, input);
    }
}
