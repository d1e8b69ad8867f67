using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>The messages that Klaviyo sent, sealed: there is a person in each.</summary>
internal interface IInboxStore
{
    /// <summary>Stores a message that waits; nothing happens when it waits already.</summary>
    Task AddAsync(InboxItem item, byte[] sealedContent, CancellationToken cancellationToken);

    /// <summary>All of a state, for all processors.</summary>
    IAsyncEnumerable<InboxItem> ReadAllAsync(InboxState state, CancellationToken cancellationToken);

    /// <summary>All of a processor's of a state.</summary>
    IAsyncEnumerable<InboxItem> ReadAllAsync(InboxState state, string controller, string processorId, CancellationToken cancellationToken);

    /// <summary>One page of a processor's messages of a state.</summary>
    Task<CursorPage<InboxItem>> ReadAsync(InboxState state, string controller, string processorId, PageQuery query, CancellationToken cancellationToken);

    /// <summary>The message, or null when there is none of that id in that state.</summary>
    Task<InboxItem?> FindAsync(InboxState state, string controller, string processorId, string id, CancellationToken cancellationToken);

    /// <summary>Its sealed content; null when it is gone.</summary>
    Task<byte[]?> OpenAsync(InboxItem item, CancellationToken cancellationToken);

    /// <summary>Puts a message where <paramref name="after"/> says, over one that lies there, and takes it away from where it was.</summary>
    Task MoveAsync(InboxItem before, InboxItem after, CancellationToken cancellationToken);

    /// <summary>Notes what happened to a message that stays where it is.</summary>
    Task NoteAsync(InboxItem item, CancellationToken cancellationToken);

    Task RemoveAsync(InboxItem item, CancellationToken cancellationToken);
}
