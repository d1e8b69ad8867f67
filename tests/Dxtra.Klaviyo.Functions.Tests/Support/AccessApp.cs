using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The app on the durable engine, at work on the request of an <see cref="AccessFixture"/>, with a clock that is moved on while it waits.</summary>
internal sealed class AccessApp : IAsyncDisposable
{
    private readonly TestApp _app;

    private AccessApp(AccessFixture access)
    {
        Access = access;
        _app = new(configure: services => services
            .AddSingleton<TimeProvider>(access.Time)
            .AddSingleton<IRequestStore>(access.Requests)
            .AddSingleton<IPendingStartStore>(access.Pending)
            .AddSingleton<IProcessorStore>(access.Processors)
            .AddSingleton<IExportStore>(access.Exports)
            .AddSingleton<IRetentionStore>(new FakeRetentionStore())
            .AddSingleton<ITombstoneStore>(new FakeTombstoneStore())
            .AddSingleton<ICaseFiles>(new FakeCaseFiles())
            .AddSingleton<IExportExpiryStore>(access.Expiries)
            .AddSingleton<IActivityLog>(access.Activity)
            .AddSingleton(access.Vault)
            .AddSingleton<IKlaviyoConnections>(new FakeConnections(access.Klaviyo)));
    }

    public AccessFixture Access { get; }

    public DurableTaskClient Durable => _app.Durable;

    public static async Task<AccessApp> StartAsync(SubjectIdentity? subject = null)
    {
        var app = new AccessApp(await AccessFixture.CreateAsync(subject));
        await app._app.StartAsync();
        return app;
    }

    /// <summary>Runs an orchestration to its end, which must not be a failure.</summary>
    public async Task<OrchestrationMetadata> RunAsync(string orchestrator, RequestWork work)
    {
        var id = await Durable.ScheduleNewOrchestrationInstanceAsync(orchestrator, work, new StartOrchestrationOptions(work.InstanceId()));
        var ended = await Poll.UntilAsync(() => LookAsync(id), instance => instance is { IsCompleted: true }, "the orchestration ends");
        Assert.True(ended!.RuntimeStatus == OrchestrationRuntimeStatus.Completed, ended.SerializedOutput);
        return ended;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Access.DisposeAsync();
    }
    /// <summary>Lets time pass while the work goes on: a retry is at most 15 minutes away.</summary>
    private async Task<OrchestrationMetadata?> LookAsync(string id)
    {
        var seen = await Durable.GetInstanceAsync(id, getInputsAndOutputs: true);
        if (seen is not { IsCompleted: true })
            Access.Time.Advance(TimeSpan.FromSeconds(30));
        return seen;
    }
}
