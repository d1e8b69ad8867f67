using System.Collections.Concurrent;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The inbox in memory.</summary>
internal sealed class FakeInboxStore : IInboxStore
{
    private readonly ConcurrentDictionary<string, (InboxItem Item, byte[] Content)> _messages = new();

    public IReadOnlyList<InboxItem> Items => [.. _messages.Values.Select(message => message.Item)];

    public IEnumerable<byte[]> Contents => _messages.Values.Select(message => message.Content);

    /// <summary>Set: every call fails with it.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Done after a message was added, as if by somebody else.</summary>
    public Func<Task>? AfterAdd { get; set; }

    public async Task AddAsync(InboxItem item, byte[] sealedContent, CancellationToken cancellationToken)
    {
        Fail();
        _messages.TryAdd(NameOf(item), (item, sealedContent));
        if (AfterAdd is { } after)
            await after();
    }

    public IAsyncEnumerable<InboxItem> ReadAllAsync(InboxState state, CancellationToken cancellationToken)
    {
        Fail();
        return Items.Where(item => item.State == state).ToAsyncEnumerable();
    }

    public IAsyncEnumerable<InboxItem> ReadAllAsync(InboxState state, string controller, string processorId, CancellationToken cancellationToken) =>
        ReadAllAsync(state, cancellationToken).Where(item => (item.ControllerDid, item.ProcessorId) == (controller, processorId));

    public async Task<CursorPage<InboxItem>> ReadAsync(
        InboxState state, string controller, string processorId, PageQuery query, CancellationToken cancellationToken) =>
        new(await ReadAllAsync(state, controller, processorId, cancellationToken).Take(query.Limit).ToListAsync(cancellationToken), null);

    public async Task<InboxItem?> FindAsync(InboxState state, string controller, string processorId, string id, CancellationToken cancellationToken) =>
        await ReadAllAsync(state, controller, processorId, cancellationToken).FirstOrDefaultAsync(item => item.Id == id, cancellationToken);

    public Task<byte[]?> OpenAsync(InboxItem item, CancellationToken cancellationToken)
    {
        Fail();
        return Task.FromResult(_messages.TryGetValue(NameOf(item), out var message) ? message.Content : null);
    }

    public Task MoveAsync(InboxItem before, InboxItem after, CancellationToken cancellationToken)
    {
        Fail();
        if (_messages.TryRemove(NameOf(before), out var message))
            _messages[NameOf(after)] = (after, message.Content);
        return Task.CompletedTask;
    }

    public Task NoteAsync(InboxItem item, CancellationToken cancellationToken)
    {
        Fail();
        if (_messages.TryGetValue(NameOf(item), out var message))
            _messages[NameOf(item)] = (item, message.Content);
        return Task.CompletedTask;
    }

    public Task RemoveAsync(InboxItem item, CancellationToken cancellationToken)
    {
        Fail();
        _messages.TryRemove(NameOf(item), out _);
        return Task.CompletedTask;
    }

    private void Fail()
    {
        if (Fault is { } fault)
            throw fault;
    }

    private static string NameOf(InboxItem item) => InboxNames.Of(item.State, item.ControllerDid, item.ProcessorId, item.Id);
}
