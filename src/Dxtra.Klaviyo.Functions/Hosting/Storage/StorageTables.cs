using System.Collections.Concurrent;
using Azure.Data.Tables;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>Hands out tables and makes each one on first use.</summary>
internal sealed class StorageTables(TableServiceClient service)
{
    private readonly ConcurrentDictionary<string, Task<TableClient>> _tables = new();

    /// <summary>The table of that name. A failed creation is tried again by the next caller.</summary>
    public async Task<TableClient> GetAsync(string name, CancellationToken cancellationToken)
    {
        var table = _tables.GetOrAdd(name, static (name, service) => CreateAsync(service, name), service);
        try
        {
            return await table.WaitAsync(cancellationToken);
        }
        catch (Exception) when (table.IsFaulted)
        {
            _tables.TryRemove(new(name, table));
            throw;
        }
    }

    private static async Task<TableClient> CreateAsync(TableServiceClient service, string name)
    {
        var table = service.GetTableClient(name);
        await table.CreateIfNotExistsAsync();
        return table;
    }
}
