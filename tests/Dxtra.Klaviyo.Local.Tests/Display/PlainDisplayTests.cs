using Dxtra.Klaviyo.Local.Display;

namespace Dxtra.Klaviyo.Local.Tests.Display;

public sealed class PlainDisplayTests
{
    private readonly StringWriter _output = new();
    private readonly PlainDisplay _display;

    public PlainDisplayTests() => _display = new PlainDisplay(_output);

    private string[] Lines => _output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [Fact]
    public async Task A_step_shows_its_progress_once_each_and_its_outcome_with_the_time_it_took()
    {
        var value = await _display.StepAsync("Count", progress =>
        {
            progress.Count("Counting", 1_200, 4_000);
            progress.Count("Counting", 1_200, 4_000);
            progress.Count("Counting", 4_000, 4_000);
            return Task.FromResult((42, "Counted."));
        });

        Assert.Equal(42, value);
        Assert.Equal(["Counting, 1,200 of 4,000", "Counting, 4,000 of 4,000"], Lines[..2]);
        Assert.Matches(@"^\d+\.\d s  Counted\.$", Lines[2]);
    }

    [Fact]
    public async Task A_failure_names_the_step()
    {
        var failure = await Assert.ThrowsAsync<StepFailedException>(
            () => _display.StepAsync<int>("Count", _ => throw new InvalidOperationException("no fingers")));

        Assert.Equal("Count", failure.Step);
        Assert.Equal("no fingers", failure.InnerException!.Message);
    }

    [Fact]
    public async Task A_call_that_got_no_answer_in_time_is_a_failure_of_the_step()
    {
        var failure = await Assert.ThrowsAsync<StepFailedException>(
            () => _display.StepAsync<int>("Call", _ => throw new TaskCanceledException("no answer", new TimeoutException())));

        Assert.Equal("Call", failure.Step);
    }

    [Fact]
    public async Task A_cancellation_is_not_a_failure_of_the_step() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _display.StepAsync<int>("Count", _ => throw new OperationCanceledException()));
}
