using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Client.Tests;

/// <summary>A clock that stands still until told to move, and reports every wait that is begun.</summary>
internal sealed class WatchedTime : FakeTimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Channel<TimeSpan> _begun = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _begun.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Waits until a wait between attempts is begun, lets it pass, and tells how long it was.</summary>
    public async Task<TimeSpan> PassNextRetryWaitAsync()
    {
        var wait = await NextRetryWaitAsync();
        Advance(wait);
        return wait;
    }

    /// <summary>Waits until a wait between attempts is begun, and tells how long it will be.</summary>
    public async Task<TimeSpan> NextRetryWaitAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        TimeSpan wait;
        do
        {
            wait = await _begun.Reader.ReadAsync(limit.Token);
        }
        while (wait == TestClient.AttemptTimeout);
        return wait;
    }
}
