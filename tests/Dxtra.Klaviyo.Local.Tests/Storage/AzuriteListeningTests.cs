using Dxtra.Klaviyo.Local.Storage;

namespace Dxtra.Klaviyo.Local.Tests.Storage;

public sealed class AzuriteListeningTests
{
    private readonly AzuriteListening _listening = new();

    [Fact]
    public async Task It_knows_the_addresses_once_all_three_services_answer()
    {
        _listening.Read("Azurite Blob service is starting at http://127.0.0.1:0");
        _listening.Read("Azurite Blob service is successfully listening at http://127.0.0.1:4001");
        _listening.Read("Azurite Table service is successfully listening at http://127.0.0.1:4003");
        Assert.False(_listening.WaitAsync(CancellationToken.None).IsCompleted);

        _listening.Read("Azurite Queue service is successfully listening at http://127.0.0.1:4002");

        var addresses = await _listening.WaitAsync(CancellationToken.None);
        Assert.Equal((4001, 4002, 4003), (addresses.Blob.Port, addresses.Queue.Port, addresses.Table.Port));
    }
}
