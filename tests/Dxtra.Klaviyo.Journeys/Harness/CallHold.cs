namespace Dxtra.Klaviyo.Journeys.Harness;

/// <summary>Stops one call in its tracks, so that a test can do something exactly then.</summary>
/// <param name="which">The call that is meant; the first that fits is held.</param>
/// <param name="afterAnswer">True: the server has done its work, only the answer is kept back. False: the server never hears of it.</param>
internal sealed class CallHold(Func<RecordedCall, bool> which, bool afterAnswer)
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _used;

    public bool AfterAnswer => afterAnswer;

    /// <summary>Completes when the call is being held.</summary>
    public Task WaitAsync(TimeSpan patience) => _arrived.Task.WaitAsync(patience);

    /// <returns>True for the one call to hold.</returns>
    public bool Takes(RecordedCall call) => which(call) && Interlocked.Exchange(ref _used, 1) == 0;

    /// <summary>Holds the call until its caller is gone.</summary>
    public async Task HoldAsync(CancellationToken callerGone)
    {
        _arrived.TrySetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, callerGone);
    }
}
