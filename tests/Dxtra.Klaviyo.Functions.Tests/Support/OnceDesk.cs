using System.Collections.Concurrent;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Records each change once, however often it is brought, as the desk promises to.</summary>
internal sealed class OnceDesk : IConsentDesk
{
    private readonly ConcurrentDictionary<(string Controller, string ProcessorId, string SourceId), ConsentNews> _taken = new();
    private int _calls;

    public IReadOnlyCollection<ConsentNews> Taken => [.. _taken.Values];

    public int Calls => _calls;

    /// <summary>Set: taking fails with it.</summary>
    public Exception? Fault { get; set; }

    public Task<ConsentReceipt> TakeAsync(string controller, string processorId, IReadOnlyCollection<ConsentNews> news, CancellationToken cancellationToken)
    {
        if (Fault is { } fault)
            return Task.FromException<ConsentReceipt>(fault);
        Interlocked.Increment(ref _calls);
        var recorded = news.Count(one => _taken.TryAdd((controller, processorId, one.SourceId), one));
        return Task.FromResult(new ConsentReceipt(recorded, news.Count - recorded, 0));
    }
}
