using System.IO.Pipes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Dxtra.Functions.Embedded.Tests.Hosting;

public sealed class ParentWatchTests : IDisposable
{
    private readonly AnonymousPipeServerStream _parent = new(PipeDirection.Out);
    private readonly Lifetime _lifetime = new();

    public void Dispose()
    {
        _parent.Dispose();
        _lifetime.Dispose();
    }

    [Fact]
    public async Task The_process_stops_when_its_input_closes_and_not_before()
    {
        await WatchAsync(exitWithParent: true);
        await _parent.WriteAsync("still here"u8.ToArray());
        Assert.False(_lifetime.ApplicationStopping.IsCancellationRequested);

        await _parent.DisposeAsync();

        await _lifetime.Stopped.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Input_is_left_alone_unless_asked_for()
    {
        var opened = await WatchAsync(exitWithParent: false);

        Assert.False(opened);
    }

    private async Task<bool> WatchAsync(bool exitWithParent)
    {
        var opened = false;
        var watch = new ParentWatch(Options.Create(new EmbeddedOptions { ExitWithParent = exitWithParent }), _lifetime, () =>
        {
            opened = true;
            return new AnonymousPipeClientStream(PipeDirection.In, _parent.ClientSafePipeHandle);
        });
        await watch.StartAsync(CancellationToken.None);
        await watch.StopAsync(CancellationToken.None);
        return opened;
    }

    private sealed class Lifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();

        public TaskCompletionSource Stopped { get; } = new();

        public CancellationToken ApplicationStarted => new(canceled: true);

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
            _stopping.Cancel();
            Stopped.TrySetResult();
        }

        public void Dispose() => _stopping.Dispose();
    }
}
