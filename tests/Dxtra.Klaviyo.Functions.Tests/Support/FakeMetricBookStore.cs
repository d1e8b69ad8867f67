using System.Collections.Concurrent;

namespace Dxtra.Klaviyo.Functions.Tests;

internal sealed class FakeMetricBookStore : IMetricBookStore
{
    private readonly ConcurrentDictionary<string, MetricBook> _books = new();

    public Task<MetricBook?> FindAsync(string controller, string processorId, CancellationToken cancellationToken) =>
        Task.FromResult(_books.GetValueOrDefault(processorId));

    public Task WriteAsync(string controller, string processorId, MetricBook book, CancellationToken cancellationToken)
    {
        _books[processorId] = book;
        return Task.CompletedTask;
    }
}
