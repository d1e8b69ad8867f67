using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The app on the durable engine, at work on the deletion of an <see cref="ErasureFixture"/>, with a clock that is moved on while it waits.</summary>
internal sealed class DeletionApp : IAsyncDisposable
{
    private readonly TestApp _app;

    private DeletionApp(ErasureFixture erasure)
    {
        Erasure = erasure;
        _app = new(configure: services => services
            .AddSingleton<TimeProvider>(erasure.Time)
            .AddSingleton<IRequestStore>(erasure.Requests)
            .AddSingleton<IPendingStartStore>(new FakePendingStartStore())
            .AddSingleton<IProcessorStore>(new FakeProcessorStore(Some.Processor(erasure.Work.ControllerDid, erasure.Work.ProcessorId)))
            .AddSingleton<IActivityLog>(erasure.Activity)
            .AddSingleton<IErasureLedger>(erasure.Ledger)
            .AddSingleton<ITombstoneStore>(erasure.Tombstones)
            .AddSingleton<ICaseFiles>(erasure.Files)
            .AddSingleton<IPublishedKeyStore>(new CertificateFixture.PublishedKeys())
            .AddSingleton<ISecretStore>(erasure.Secrets)
            .AddSingleton<IKlaviyoConnections>(erasure.Connections));
    }

    public ErasureFixture Erasure { get; }

    public DurableTaskClient Durable => _app.Durable;

    public static async Task<DeletionApp> StartAsync()
    {
        var app = new DeletionApp(await ErasureFixture.CreateAsync());
        await app._app.StartAsync();
        return app;
    }

    /// <summary>Runs the deletion to its end, which must not be a failure.</summary>
    public async Task<RequestResult> RunAsync(Action<RequestProgress?>? watch = null)
    {
        var id = await Durable.ScheduleNewOrchestrationInstanceAsync(
            nameof(DeletionOrchestrator), Erasure.Work, new StartOrchestrationOptions(Erasure.Work.InstanceId()));
        var ended = await Poll.UntilAsync(() => LookAsync(id, watch), instance => instance is { IsCompleted: true }, "the deletion ends");
        Assert.True(ended!.RuntimeStatus == OrchestrationRuntimeStatus.Completed, ended.SerializedOutput);
        return ended.ReadOutputAs<RequestResult>();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Erasure.DisposeAsync();
    }

    private async Task<OrchestrationMetadata?> LookAsync(string id, Action<RequestProgress?>? watch)
    {
        var seen = await Durable.GetInstanceAsync(id, getInputsAndOutputs: true);
        if (seen is { IsCompleted: true })
            return seen;
        var status = seen?.SerializedCustomStatus is null or "null" ? null : seen.ReadCustomStatusAs<RequestProgress>();
        watch?.Invoke(status);
        // The last look is a day away.
        Erasure.Time.Advance(status?.Step == DeletionSteps.Confirming ? TimeSpan.FromMinutes(10) : TimeSpan.FromMinutes(1));
        return seen;
    }
}
