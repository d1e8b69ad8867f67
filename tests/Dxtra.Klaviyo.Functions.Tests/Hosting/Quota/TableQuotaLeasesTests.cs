using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

[Collection(StorageTests.Name)]
public sealed class TableQuotaLeasesTests(StorageFixture storage)
{
    private readonly FakeTimeProvider _time = new(Some.Now);
    private readonly LogCapture _log = new();

    [Fact]
    public async Task Instances_that_ask_at_once_together_get_the_budget_and_no_more()
    {
        var instances = Enumerable.Range(0, 4).Select(_ => Leases(storage.Tables)).ToList();
        var request = Request(burst: 1000, steady: 100);

        var leases = await Task.WhenAll(Enumerable.Range(0, 24).Select(turn => instances[turn % 4].LeaseAsync(request, CancellationToken.None)));
        var rest = await AskUntilNothingIsLeftAsync(instances[0], request);

        Assert.Equal(100, leases.Sum(lease => lease.Calls) + rest);
        _time.Advance(TimeSpan.FromSeconds(70));
        Assert.Equal(25, (await instances[1].LeaseAsync(request, CancellationToken.None)).Calls);
    }

    [Fact]
    public async Task Accounts_and_buckets_have_books_of_their_own()
    {
        var leases = Leases(storage.Tables);
        var request = Request(burst: 10, steady: 1);
        Assert.Equal(1, (await leases.LeaseAsync(request, CancellationToken.None)).Calls);

        Assert.Equal(0, (await leases.LeaseAsync(request, CancellationToken.None)).Calls);
        Assert.Equal(1, (await leases.LeaseAsync(request with { Bucket = "additional-fields[profile]=predictive_analytics" }, CancellationToken.None)).Calls);
        Assert.Equal(1, (await leases.LeaseAsync(request with { Account = $"{Guid.NewGuid():n}" }, CancellationToken.None)).Calls);
    }

    [Fact]
    public async Task Without_the_table_an_eighth_is_used_and_it_is_said_once()
    {
        var options = new TableClientOptions();
        options.Retry.MaxRetries = 0;
        var leases = Leases(new(new TableServiceClient("DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:1/a;", options)));
        var request = Request(burst: 80, steady: 160);

        Assert.Equal(20, await AskUntilNothingIsLeftAsync(leases, request));
        _time.Advance(TimeSpan.FromSeconds(100));
        Assert.Equal(20, await AskUntilNothingIsLeftAsync(leases, request));

        Assert.Single(_log.Lines, line => line.Contains("cannot be reached", StringComparison.Ordinal));
    }

    private static async Task<int> AskUntilNothingIsLeftAsync(TableQuotaLeases leases, QuotaLeaseRequest request)
    {
        for (var calls = 0; ;)
        {
            var lease = await leases.LeaseAsync(request, CancellationToken.None);
            if (lease is { Calls: 0, Time.TotalSeconds: > 1 })
                return calls;
            calls += lease.Calls;
        }
    }

    private TableQuotaLeases Leases(StorageTables tables)
    {
        using var logging = LoggerFactory.Create(builder => builder.AddProvider(_log));
        return new(tables, _time, logging.CreateLogger<TableQuotaLeases>());
    }

    private static QuotaLeaseRequest Request(int burst, int steady) =>
        new($"{Guid.NewGuid():n}", "get_it", [new(burst, TimeSpan.FromSeconds(1)), new(steady, TimeSpan.FromMinutes(1))], 1000);
}
