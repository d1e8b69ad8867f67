using Azure.Data.Tables;
using Dxtra.Klaviyo.Local.Storage;

namespace Dxtra.Klaviyo.Local.Tests.Storage;

/// <summary>Tables of one account, through the real client.</summary>
internal sealed class StorageProbe(AzuriteProcess azurite, string account = AzuriteAccount.Default)
{
    private readonly TableServiceClient _tables = new(azurite.ConnectionStringOf(account));

    public Task CreateTableAsync(string name) => _tables.CreateTableAsync(name);

    public async Task<IReadOnlyList<string>> TablesAsync()
    {
        var names = new List<string>();
        await foreach (var table in _tables.QueryAsync())
            names.Add(table.Name);

        return names;
    }
}
