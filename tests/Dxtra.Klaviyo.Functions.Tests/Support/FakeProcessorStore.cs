using System.Collections.Concurrent;

namespace Dxtra.Klaviyo.Functions.Tests;

internal sealed class FakeProcessorStore : IProcessorStore
{
    private readonly ConcurrentDictionary<(string Controller, string Id), Processor> _processors = new();

    public FakeProcessorStore(params IEnumerable<Processor> processors)
    {
        foreach (var processor in processors)
            _processors[(processor.ControllerDid, processor.Id)] = processor;
    }

    public IReadOnlyCollection<Processor> Processors => [.. _processors.Values];

    public Task InsertAsync(Processor processor, CancellationToken cancellationToken)
    {
        _processors[(processor.ControllerDid, processor.Id)] = processor;
        return Task.CompletedTask;
    }

    public Task<Processor?> FindAsync(string controller, string processorId, CancellationToken cancellationToken) =>
        Task.FromResult(_processors.GetValueOrDefault((controller, processorId)));

    public Task<CursorPage<Processor>> ListAsync(string controller, PageQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(new CursorPage<Processor>([.. _processors.Values.Where(processor => processor.ControllerDid == controller)], null));

    public IAsyncEnumerable<Processor> ReadActiveAsync(CancellationToken cancellationToken) =>
        _processors.Values.Where(processor => processor.Status == ProcessorStatus.Active).ToAsyncEnumerable();

    public async Task<Processor?> UpdateAsync(
        string controller, string processorId, Func<Processor, Processor> change, CancellationToken cancellationToken) =>
        await FindAsync(controller, processorId, cancellationToken) is { } found ? _processors[(controller, processorId)] = change(found) : null;
}
