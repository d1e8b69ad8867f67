using System.Collections.Concurrent;

namespace Dxtra.Klaviyo.Client.Tests;

/// <summary>A governor that permits everything and remembers what it was asked.</summary>
internal sealed class OpenGate : IKlaviyoGovernor
{
    private readonly ConcurrentQueue<KlaviyoRequest> _requests = new();

    public IReadOnlyList<KlaviyoRequest> Requests => [.. _requests];

    public string? Identified { get; private set; }

    public ValueTask<QuotaPass> AdmitAsync(QuotaCaller caller, KlaviyoRequest request, CancellationToken cancellationToken)
    {
        _requests.Enqueue(request);
        return ValueTask.FromResult(QuotaPass.Uncounted);
    }

    public TimeSpan WouldWait(QuotaCaller caller, KlaviyoRequest request) => TimeSpan.Zero;

    public void Identify(QuotaCaller caller, string accountId) => Identified = accountId;
}
