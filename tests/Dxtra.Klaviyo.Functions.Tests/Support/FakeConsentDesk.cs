using System.Collections.Concurrent;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Keeps the news it is brought.</summary>
internal sealed class FakeConsentDesk : IConsentDesk
{
    private readonly ConcurrentQueue<ConsentNews> _news = new();

    public IReadOnlyList<ConsentNews> News => [.. _news];

    public Task<ConsentReceipt> TakeAsync(
        string controller, string processorId, IReadOnlyCollection<ConsentNews> news, CancellationToken cancellationToken)
    {
        foreach (var one in news)
            _news.Enqueue(one);
        return Task.FromResult(new ConsentReceipt(news.Count, 0, 0));
    }
}
