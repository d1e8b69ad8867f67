using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Dxtra.Klaviyo.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The governor against the sandbox, which counts as Klaviyo does and refuses what is too much.</summary>
[Collection(StorageTests.Name)]
public sealed class SandboxQuotaTests(StorageFixture storage, ITestOutputHelper output) : IAsyncDisposable
{
    private static readonly DateTimeOffset Due = DateTimeOffset.UtcNow.AddDays(30);

    private readonly List<ServiceProvider> _instances = [];
    private SandboxServer _sandbox = null!;

    [Fact]
    public async Task A_burst_of_calls_is_sent_as_fast_as_permitted_and_never_refused()
    {
        await StartAsync(scale: 1);
        var klaviyo = Instance(share: 0.8);

        var took = await MeasureAsync(
        [
            .. Enumerable.Repeat(() => DrainAsync(klaviyo.Profiles.SearchAsync(fields: [ProfileFields.Created])), 300),
            .. Enumerable.Repeat(() => DrainAsync(klaviyo.Profiles.SearchAsync(ProfileFilter.Id("01NOBODY"), ProfileAdditionalFields.PredictiveAnalytics)), 60),
        ]);

        var (ok, refused) = await CountAsync();
        output.WriteLine($"{ok} calls in {took.TotalSeconds:f1} s; 60 calls a second are permitted, 8 with predictions; {refused} refused");
        Assert.Equal((360, 0), (ok, refused));
        Assert.True(took > TimeSpan.FromSeconds(5), "the limits were kept");
    }

    [Fact]
    public async Task Two_instances_share_one_budget_through_the_table()
    {
        await StartAsync(scale: 0.1);
        var instances = new[] { Instance(share: 0.1, Leases()), Instance(share: 0.1, Leases()) };

        var took = await MeasureAsync([.. Enumerable.Range(0, 50).Select<int, Func<Task>>(call => () => DrainAsync(instances[call % 2].Profiles.SearchAsync(fields: [ProfileFields.Created])))]);

        var (ok, refused) = await CountAsync();
        output.WriteLine($"50 calls of two instances in {took.TotalSeconds:f1} s; 7 a second and 75 a minute are permitted; {refused} refused");
        Assert.Equal((50, 0), (ok, refused));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in _instances)
            await instance.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    private static async Task<TimeSpan> MeasureAsync(IReadOnlyList<Func<Task>> calls)
    {
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(calls.Select(call => call()));
        return clock.Elapsed;
    }

    private static async Task DrainAsync<T>(IAsyncEnumerable<KlaviyoPage<T>> pages)
    {
        await foreach (var _ in pages)
            break;
    }

    private async Task StartAsync(double scale) =>
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions { Port = 0, RateLimitScale = scale }, CancellationToken.None);

    private TableQuotaLeases Leases() => new(storage.Tables, TimeProvider.System, NullLogger<TableQuotaLeases>.Instance);

    private KlaviyoClient Instance(double share, IQuotaLeases? leases = null)
    {
        var services = new ServiceCollection().AddLogging().AddKlaviyoClient()
            .Configure<GovernorOptions>(options => (options.Share, options.LongestWait) = (share, TimeSpan.FromMinutes(2)))
            .Configure<KlaviyoOptions>(options => (options.BaseAddress, options.MaxRetries, options.AttemptTimeout) = (_sandbox.BaseAddress, 0, TimeSpan.FromMinutes(2)));
        if (leases is not null)
            services.AddSingleton(leases);
        _instances.Add(services.BuildServiceProvider());
        return _instances[^1].GetRequiredService<IKlaviyoClientFactory>().Create(Some.Key(_sandbox.ApiKey), new(_sandbox.AccountId, Due));
    }

    private async Task<(int Ok, int Refused)> CountAsync()
    {
        using var http = new HttpClient();
        var log = await http.GetFromJsonAsync<JsonElement>(new Uri(_sandbox.BaseAddress, "sandbox/requests"));
        var byStatus = log.GetProperty("byStatus");
        return (Count(byStatus, "200"), Count(byStatus, "429"));
    }

    private static int Count(JsonElement byStatus, string status) => byStatus.TryGetProperty(status, out var count) ? count.GetInt32() : 0;
}
