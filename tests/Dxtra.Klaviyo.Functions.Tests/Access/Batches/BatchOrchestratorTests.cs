using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The whole of a batch on the durable engine, with stores in memory and a clock that the test moves.</summary>
public sealed class BatchOrchestratorTests : IAsyncLifetime
{
    private static readonly SubjectIdentity Nobody = new("nobody@example.com", null, null, null);

    private BatchFixture _batch = null!;
    private TestApp _app = null!;

    public async Task InitializeAsync()
    {
        _batch = await BatchFixture.CreateAsync(Some.Ada, Nobody, Some.Ada);
        _batch.People.With(new FakePeople.Person("01ADA", "ada@example.com")).WithGroup(_batch.Klaviyo, "lists", "L1", "01ADA");
        _app = new(configure: services => services
            .AddSingleton<TimeProvider>(_batch.Time)
            .AddSingleton<IBatchStore>(_batch.Batches)
            .AddSingleton<IRequestStore>(_batch.Requests)
            .AddSingleton<IPendingStartStore>(new FakePendingStartStore())
            .AddSingleton<IProcessorStore>(new FakeProcessorStore(Some.Processor(_batch.Batch.ControllerDid, "p1")))
            .AddSingleton<IExportStore>(_batch.Exports)
            .AddSingleton<IRetentionStore>(new FakeRetentionStore())
            .AddSingleton<ITombstoneStore>(new FakeTombstoneStore())
            .AddSingleton<ICaseFiles>(new FakeCaseFiles())
            .AddSingleton<IExportExpiryStore>(new FakeExportExpiryStore())
            .AddSingleton<IActivityLog>(new FakeActivityLog())
            .AddSingleton(_batch.Vault)
            .AddSingleton<IKlaviyoConnections>(new FakeConnections(_batch.Klaviyo)));
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _batch.DisposeAsync();
    }

    [Fact]
    public async Task Every_request_of_a_batch_is_answered()
    {
        Assert.Equal(1, await RunAsync());

        await OverAsync();
        Assert.Equal((RequestStatus.Completed, RequestResult.Complete), (_batch.Request(0).Status, _batch.Request(0).Outcome?.Result));
        Assert.Equal(1, _batch.Request(0).Outcome!.Counts["lists"]);
        Assert.Equal((RequestStatus.Completed, RequestResult.NoSuchProfile), (_batch.Request(1).Status, _batch.Request(1).Outcome?.Result));
        Assert.Equal(_batch.Work(0), _batch.Work(2));
        Assert.Empty(_batch.Calls("/api/profiles/01ADA"));
    }

    [Fact]
    public async Task A_batch_that_cannot_be_prepared_costs_time_and_no_request()
    {
        var calls = 0;
        _batch.Klaviyo.Answers("/api/lists", _ => Interlocked.Increment(ref calls) <= 12
            ? Microsoft.AspNetCore.Http.Results.StatusCode(503)
            : Microsoft.AspNetCore.Http.Results.Text("""{"data":[]}""", "application/vnd.api+json"));

        Assert.Equal(0, await RunAsync());

        await OverAsync();
        Assert.Equal(RequestStatus.Completed, _batch.Request(0).Status);
    }

    [Fact]
    public async Task Its_history_names_nobody()
    {
        await RunAsync();

        var instance = await _app.Durable.GetInstanceAsync(_batch.Batch.Id, getInputsAndOutputs: true);
        Assert.DoesNotContain("ada@", $"{instance!.SerializedInput} {instance.SerializedOutput} {instance.SerializedCustomStatus}", StringComparison.OrdinalIgnoreCase);
    }

    private async Task<int> RunAsync()
    {
        var id = await _app.Durable.ScheduleNewOrchestrationInstanceAsync(
            nameof(BatchOrchestrator), _batch.Batch.Work(), new Microsoft.DurableTask.StartOrchestrationOptions(_batch.Batch.Id));
        var ended = await Poll.UntilAsync(() => LookAsync(id), instance => instance is { IsCompleted: true }, "the orchestration ends");
        Assert.True(ended!.RuntimeStatus == OrchestrationRuntimeStatus.Completed, ended.SerializedOutput);
        return ended.ReadOutputAs<int>();
    }

    private async Task OverAsync()
    {
        foreach (var line in new[] { 0, 1 })
            await Poll.UntilAsync(() => LookAsync(_batch.Work(line).RequestId), _ => _batch.Request(line).IsOver, "the request is over");
    }

    /// <summary>Lets time pass while the work goes on.</summary>
    private async Task<OrchestrationMetadata?> LookAsync(string id)
    {
        var seen = await _app.Durable.GetInstanceAsync(id, getInputsAndOutputs: true);
        if (seen is not { IsCompleted: true })
            _batch.Time.Advance(TimeSpan.FromSeconds(30));
        return seen;
    }
}
