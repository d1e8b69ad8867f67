using Azure.Core;
using Azure.Data.Tables;

namespace Dxtra.Klaviyo.Functions.Tests;

[Collection(StorageTests.Name)]
public sealed class HealthTests(StorageFixture storage)
{
    [Fact]
    public async Task With_storage_the_app_is_healthy()
    {
        var health = await new HealthHandler(new TableServiceClient(storage.ConnectionString)).HandleAsync(CancellationToken.None);

        Assert.Equal((HealthState.Healthy, HealthState.Healthy), (health.Status, health.Storage));
        Assert.Matches(@"^\d+\.\d+\.\d+$", health.Version);
    }

    [Fact]
    public async Task Without_storage_it_says_so()
    {
        var options = new TableClientOptions { Retry = { MaxRetries = 1, Delay = TimeSpan.FromMilliseconds(1), Mode = RetryMode.Fixed } };
        var nowhere = new TableServiceClient("UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://127.0.0.1:9", options);

        Assert.Equal(HealthState.Unhealthy, (await new HealthHandler(nowhere).HandleAsync(CancellationToken.None)).Status);
    }

    [Fact]
    public async Task A_caller_that_goes_away_ends_the_look() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new HealthHandler(new TableServiceClient(storage.ConnectionString)).HandleAsync(new CancellationToken(canceled: true)));
}
