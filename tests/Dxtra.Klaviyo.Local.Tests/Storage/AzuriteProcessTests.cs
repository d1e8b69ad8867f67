using System.Net.Sockets;
using Dxtra.Klaviyo.Local.Storage;

namespace Dxtra.Klaviyo.Local.Tests.Storage;

public sealed class AzuriteProcessTests : IDisposable
{
    private readonly TemporaryDirectory _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task All_three_services_answer_when_it_has_started_and_none_when_it_has_stopped()
    {
        Uri[] services;
        await using (var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(), CancellationToken.None))
        {
            services = [azurite.Addresses.Blob, azurite.Addresses.Queue, azurite.Addresses.Table];
            foreach (var service in services)
                Assert.True(await AnswersAsync(service), $"{service} does not answer.");
        }

        foreach (var service in services)
            Assert.False(await AnswersAsync(service), $"{service} still answers.");
    }

    [Fact]
    public async Task Data_on_disk_is_found_again()
    {
        var options = new AzuriteOptions { Location = Path.Combine(_data.Path, "azurite") };
        await using (var first = await AzuriteProcess.StartAsync(options, CancellationToken.None))
            await new StorageProbe(first).CreateTableAsync("kept");

        await using var second = await AzuriteProcess.StartAsync(options, CancellationToken.None);
        Assert.Equal(["kept"], await new StorageProbe(second).TablesAsync());
    }

    [Fact]
    public async Task Accounts_do_not_see_each_other()
    {
        var options = new AzuriteOptions { Accounts = ["one", "two"] };
        await using var azurite = await AzuriteProcess.StartAsync(options, CancellationToken.None);

        await new StorageProbe(azurite, "one").CreateTableAsync("mine");

        Assert.Equal(["mine"], await new StorageProbe(azurite, "one").TablesAsync());
        Assert.Empty(await new StorageProbe(azurite, "two").TablesAsync());
    }

    [Fact]
    public async Task A_port_that_is_taken_is_a_failure_in_words()
    {
        await using var first = await AzuriteProcess.StartAsync(new AzuriteOptions(), CancellationToken.None);
        var taken = new AzuriteOptions { FirstPort = first.Addresses.Blob.Port };

        var failure = await Assert.ThrowsAsync<LauncherException>(() => AzuriteProcess.StartAsync(taken, CancellationToken.None));

        Assert.Contains("Azurite ended at its start", failure.Message, StringComparison.Ordinal);
        Assert.Contains("EADDRINUSE", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<bool> AnswersAsync(Uri service)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(service.Host, service.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
