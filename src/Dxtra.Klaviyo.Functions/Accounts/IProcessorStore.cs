using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>The processors of all controllers; each call names the controller it acts for.</summary>
internal interface IProcessorStore
{
    Task InsertAsync(Processor processor, CancellationToken cancellationToken);

    /// <summary>The processor, or null when this controller has none of that id.</summary>
    Task<Processor?> FindAsync(string controller, string processorId, CancellationToken cancellationToken);

    Task<CursorPage<Processor>> ListAsync(string controller, PageQuery query, CancellationToken cancellationToken);

    /// <summary>The active ones of all controllers: for work that nobody asked for.</summary>
    IAsyncEnumerable<Processor> ReadActiveAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Applies <paramref name="change"/> to the stored processor and returns the result; repeated when another writer was
    /// faster. Null when there is no such processor.
    /// </summary>
    Task<Processor?> UpdateAsync(
        string controller, string processorId, Func<Processor, Processor> change, CancellationToken cancellationToken);
}
