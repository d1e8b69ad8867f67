using System.Text;
using Azure.Data.Tables;
using Dxtra.Klaviyo.Journeys.Access;
using Dxtra.Klaviyo.Journeys.Harness;
using Dxtra.Klaviyo.Local.Sandbox;

namespace Dxtra.Klaviyo.Journeys.Privacy;

/// <summary>After an access request, neither the key nor the person's address stands in clear anywhere but in the export.</summary>
[Collection(ActiveJourneys.Name)]
public sealed class SecretsTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private Installation _installation = null!;
    private string _email = null!;

    public async Task InitializeAsync()
    {
        _installation = await Installation.StartAsync(azurite);
        using var journey = new AccessJourney(_installation, await _installation.ConnectAsync());
        _email = (await SandboxPeople.PickAsync(_installation.Sandbox.BaseAddress, CancellationToken.None)).Email!;
        var export = await journey.WalkAsync(_email);
        Assert.Contains(_email, export.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    public async Task DisposeAsync() => await _installation.DisposeAsync();

    [Fact]
    public async Task Not_in_the_log_and_not_in_any_file_of_the_data_directory()
    {
        // A process that has the files open may still hold their last pages back.
        await _installation.App.DisposeAsync();
        var data = Directory.GetFiles(_installation.DataDirectory, "*", SearchOption.AllDirectories);
        string[] files = [.. data, _installation.LogFile];

        Assert.Contains(files, file => file.EndsWith(".db", StringComparison.Ordinal));
        foreach (var file in files)
            AssertClean(await File.ReadAllBytesAsync(file), file);
    }

    [Fact]
    public async Task Not_in_any_table()
    {
        var service = new TableServiceClient(_installation.Storage.ConnectionString);
        var rows = 0;
        await foreach (var table in service.QueryAsync())
        {
            await foreach (var row in service.GetTableClient(table.Name).QueryAsync<TableEntity>())
            {
                rows++;
                AssertClean(Encoding.UTF8.GetBytes(string.Join('\n', row.Select(p => $"{p.Key}={p.Value}"))), $"a row of {table.Name}");
            }
        }

        Assert.True(rows > 3, $"Only {rows} rows were found: the test looks in the wrong place.");
    }

    [Fact]
    public void Not_in_an_address_of_storage_and_the_key_not_in_one_of_Klaviyo()
    {
        Assert.NotEmpty(_installation.Proxies.Blobs.Calls);
        foreach (var call in _installation.Proxies.Blobs.Calls.Concat(_installation.Proxies.Tables.Calls))
            AssertClean(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(call.Target)), call.Path);

        Assert.NotEmpty(_installation.Proxies.Klaviyo.Calls);
        Assert.DoesNotContain(_installation.Proxies.Klaviyo.Calls, call => call.Target.Contains("pk_", StringComparison.Ordinal));
    }

    private void AssertClean(byte[] bytes, string where)
    {
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
        {
            foreach (var (secret, name) in new[] { (_installation.Sandbox.ApiKey, "key"), (_email, "address") })
                Assert.True(bytes.AsSpan().IndexOf(encoding.GetBytes(secret)) < 0, $"{where} holds the {name} in clear.");
        }
    }
}
