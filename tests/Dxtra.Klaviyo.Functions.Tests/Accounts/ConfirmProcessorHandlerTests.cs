using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class ConfirmProcessorHandlerTests
{
    private const string Controller = "did:dep:c0ffee";

    private readonly FakeActivityLog _activity = new();

    [Fact]
    public async Task A_waiting_processor_becomes_active_and_the_change_is_logged()
    {
        var confirmed = await ConfirmAsync(ProcessorStatus.PendingConfirmation);

        Assert.Equal((ProcessorStatus.Active, Some.Now), (confirmed?.Status, confirmed?.ConfirmedAt));
        var entry = Assert.Single(_activity.Entries);
        Assert.Equal((ActivityType.ProcessorConfirmed, "user-1", "p1"), (entry.Type, entry.Actor, entry.ProcessorId));
    }

    [Theory]
    [InlineData("Active")]
    [InlineData("Error")]
    [InlineData("Disconnected")]
    public async Task Any_other_stays_as_it_is_and_nothing_is_logged(string status)
    {
        var confirmed = await ConfirmAsync(Enum.Parse<ProcessorStatus>(status));

        Assert.Equal((status, null), (confirmed?.Status.ToString(), confirmed?.ConfirmedAt));
        Assert.Empty(_activity.Entries);
    }

    [Fact]
    public async Task What_does_not_exist_is_not_confirmed() =>
        Assert.Null(await new ConfirmProcessorHandler(new FakeProcessorStore(), [], _activity, new FakeTimeProvider()).HandleAsync(Controller, "p1", "user-1", CancellationToken.None));

    [Fact]
    public async Task The_other_capabilities_are_told_before_it_is_active()
    {
        var life = new RecordingLife();

        await ConfirmAsync(ProcessorStatus.PendingConfirmation, life);
        await ConfirmAsync(ProcessorStatus.Active, life);

        Assert.Equal([(ProcessorStatus.PendingConfirmation, "user-1")], life.Confirmed);
    }

    [Fact]
    public async Task One_that_fails_leaves_it_waiting()
    {
        var processors = new FakeProcessorStore(Some.Processor(Controller, "p1", ProcessorStatus.PendingConfirmation));
        var handler = new ConfirmProcessorHandler(processors, [new RecordingLife { Fault = new IOException("gone") }], _activity, new FakeTimeProvider(Some.Now));

        await Assert.ThrowsAsync<IOException>(() => handler.HandleAsync(Controller, "p1", "user-1", CancellationToken.None));

        Assert.Equal(ProcessorStatus.PendingConfirmation, processors.Processors.Single().Status);
        Assert.Empty(_activity.Entries);
    }

    private Task<Processor?> ConfirmAsync(ProcessorStatus status, params IProcessorLife[] lives) =>
        new ConfirmProcessorHandler(new FakeProcessorStore(Some.Processor(Controller, "p1", status)), lives, _activity, new FakeTimeProvider(Some.Now))
            .HandleAsync(Controller, "p1", "user-1", CancellationToken.None);

    private sealed class RecordingLife : IProcessorLife
    {
        public List<(ProcessorStatus Status, string Actor)> Confirmed { get; } = [];

        public Exception? Fault { get; init; }

        public Task ConfirmAsync(Processor processor, string actor, CancellationToken cancellationToken)
        {
            if (Fault is { } fault)
                return Task.FromException(fault);
            Confirmed.Add((processor.Status, actor));
            return Task.CompletedTask;
        }

        public Task DisconnectAsync(Processor processor, string actor, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
