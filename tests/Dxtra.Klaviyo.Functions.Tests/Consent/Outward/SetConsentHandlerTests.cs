using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

[Collection(StorageTests.Name)]
public sealed class SetConsentHandlerTests(StorageFixture storage)
{
    private static readonly SetConsentBody Body =
        new(new("anna@example.com", null, null, null), new Dictionary<string, string> { ["emailMarketing"] = "unsubscribed" }, null, null, null);

    private readonly FakeTimeProvider _time = new(Some.Now);
    private readonly FakePendingStartStore _pending = new();
    private readonly FakeActivityLog _activity = new();
    private readonly FakeDurableClient _client = new();
    private readonly TableConsentOrderStore _orders = new(storage.Tables);
    private readonly string _controller = Some.Controller();

    [Fact]
    public async Task An_order_is_stored_logged_and_started_with_ids_alone()
    {
        var accepted = Assert.IsType<SetConsentResult.Accepted>(await HandleAsync(ProcessorStatus.Active));

        Assert.Equal(new RequestWork(_controller, "p1", accepted.Order.Id), _client.Inputs[accepted.Order.Id]);
        Assert.NotNull(await _orders.FindAsync(_controller, accepted.Order.Id, default));
        Assert.Equal((ActivityType.ConsentOrdered, "user-1"), Assert.Single(_activity.Entries) is var entry ? (entry.Type, entry.Actor) : default);
        Assert.Empty(_pending.Starts);
    }

    [Fact]
    public async Task One_that_could_not_be_started_is_started_by_the_sweep()
    {
        _client.Fault = new IOException("gone");
        await Assert.ThrowsAsync<IOException>(() => HandleAsync(ProcessorStatus.Active));
        _client.Fault = null;
        _time.Advance(TimeSpan.FromMinutes(2));

        var id = Assert.Single(_pending.Starts).Work.RequestId;
        var sweep = new StartSweepHandler(new FakeRequestStore(), _pending, [new OutwardOwed(_orders)], _time, NullLogger<StartSweepHandler>.Instance);
        await sweep.HandleAsync(_client, default);

        Assert.Equal([id], _client.Inputs.Keys);
        Assert.Empty(_pending.Starts);
    }

    [Fact]
    public async Task One_that_a_batch_has_is_not_owed()
    {
        var accepted = Assert.IsType<SetConsentResult.Accepted>(await HandleAsync(ProcessorStatus.Active));
        var start = new PendingStart(new(_controller, "p1", accepted.Order.Id), nameof(ConsentOrderOrchestrator), Some.Now);
        Assert.True(await new OutwardOwed(_orders).IsOwedAsync(start, default));

        await _orders.ClaimAsync(_controller, "p1", accepted.Order.Id, most: 10, default);

        Assert.False(await new OutwardOwed(_orders).IsOwedAsync(start, default));
    }

    [Theory]
    [InlineData(nameof(ProcessorStatus.PendingConfirmation), ProblemTypes.ProcessorNotActive)]
    [InlineData(nameof(ProcessorStatus.Disconnected), ProblemTypes.ProcessorNotActive)]
    [InlineData(null, ProblemTypes.ProcessorNotFound)]
    public async Task A_processor_that_is_not_active_takes_none(string? status, string type)
    {
        var refused = Assert.IsType<SetConsentResult.Refused>(await HandleAsync(status is null ? null : Enum.Parse<ProcessorStatus>(status)));

        Assert.Equal(type, refused.Problem.Type);
        Assert.Empty(_client.Inputs);
        Assert.Empty(_activity.Entries);
    }

    private Task<SetConsentResult> HandleAsync(ProcessorStatus? status)
    {
        var processors = status is { } there ? new FakeProcessorStore(Some.Processor(_controller, "p1", there)) : new FakeProcessorStore();
        var keys = new ControllerKeys(new FakeSecretStore());
        var vault = new SubjectVault(keys);
        var handler = new SetConsentHandler(new(processors), _orders, _pending, new(vault, keys), vault, _activity, _time);
        return handler.HandleAsync(new(_controller, "p1", Body, "user-1", null), _client, default);
    }
}
