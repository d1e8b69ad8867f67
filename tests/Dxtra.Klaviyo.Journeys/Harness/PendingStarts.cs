using Azure;
using Azure.Data.Tables;

namespace Dxtra.Klaviyo.Journeys.Harness;

/// <summary>The app's promises to start work, as they lie in storage.</summary>
internal sealed class PendingStarts(StorageAccount storage)
{
    private readonly TableClient _table = new(storage.ConnectionString, "PendingStarts");

    /// <summary>Lets the day of the promises come: the next sweep keeps them.</summary>
    /// <param name="look">Those of a later look after so many days; 0 for the work itself.</param>
    /// <returns>How many there were.</returns>
    public async Task<int> MakeDueAsync(int look)
    {
        var promises = await ReadAsync(look);
        foreach (var promise in promises)
        {
            promise["Since"] = DateTimeOffset.UtcNow.AddHours(-1);
            await _table.UpdateEntityAsync(promise, ETag.All);
        }

        return promises.Count;
    }

    private async Task<IReadOnlyList<TableEntity>> ReadAsync(int look)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in _table.QueryAsync<TableEntity>())
        {
            if (row.GetInt32("Look") == look)
                rows.Add(row);
        }

        return rows;
    }
}
