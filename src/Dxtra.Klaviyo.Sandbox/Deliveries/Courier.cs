using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Jobs;

namespace Dxtra.Klaviyo.Sandbox.Deliveries;

/// <summary>
/// Carries deliveries out, a few at a time, again and again as their recipient wants it. It goes nowhere but to this machine: the people of a
/// sandbox are nobody else's business.
/// </summary>
internal sealed class Courier(AccountData data, Alarms alarms, DeliveryPlan plan, DeliveryLog log, TimeProvider time) : IAsyncDisposable
{
    private const int AtOnce = 8;
    private readonly SemaphoreSlim _ways = new(AtOnce);
    private readonly CancellationTokenSource _stop = new();

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Sends a new delivery on its way. The data's gate is held.</summary>
    public void Send(Delivery delivery)
    {
        log.Add(delivery);
        Carry(delivery);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        // Whoever is on the way comes back first.
        for (var i = 0; i < AtOnce; i++)
            await _ways.WaitAsync();
        _client.Dispose();
        _ways.Dispose();
        _stop.Dispose();
    }

    /// <summary>Off the gate, which the caller holds.</summary>
    private void Carry(Delivery delivery)
    {
        if (!alarms.Stopped)
            _ = Task.Run(() => CarryAsync(delivery), _stop.Token);
    }

    private async Task CarryAsync(Delivery delivery)
    {
        await _ways.WaitAsync(_stop.Token);
        try
        {
            if (Prepare(delivery) is not { } call)
                return;
            var attempt = await PostAsync(call);
            lock (data.Gate)
                PutDown(delivery, attempt);
        }
        finally
        {
            _ways.Release();
        }
    }

    private DeliveryCall? Prepare(Delivery delivery)
    {
        lock (data.Gate)
        {
            var call = delivery.Recipient.Prepare(delivery, time.GetUtcNow());
            if (call is null)
                delivery.State = DeliveryState.GivenUp;
            delivery.LastCall = call;
            return call;
        }
    }

    private async Task<DeliveryAttempt> PostAsync(DeliveryCall call)
    {
        var at = time.GetUtcNow();
        var started = time.GetTimestamp();
        var (status, problem) = call.Url.IsLoopback ? await TryAsync(call) : (null, "notThisMachine");
        return new DeliveryAttempt(at, status, problem, time.GetElapsedTime(started).TotalMilliseconds);
    }

    private async Task<(int? Status, string? Problem)> TryAsync(DeliveryCall call)
    {
        using var patience = new CancellationTokenSource(plan.Settings.Answer, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, _stop.Token);
        try
        {
            using var request = call.ToRequest();
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, end.Token);
            return ((int)response.StatusCode, null);
        }
        catch (HttpRequestException)
        {
            return (null, "connection");
        }
        catch (OperationCanceledException) when (!_stop.IsCancellationRequested)
        {
            return (null, "timeout");
        }
    }

    private void PutDown(Delivery delivery, DeliveryAttempt attempt)
    {
        delivery.Attempts.Add(attempt);
        if (attempt.Status is { } status && delivery.Recipient.Accepts(status))
            delivery.State = DeliveryState.Accepted;
        else if (delivery.Recipient.NextAttempt(delivery, time.GetUtcNow()) is { } wait)
            alarms.Set(wait, () => Carry(delivery));
        else
            delivery.State = DeliveryState.GivenUp;
    }
}
