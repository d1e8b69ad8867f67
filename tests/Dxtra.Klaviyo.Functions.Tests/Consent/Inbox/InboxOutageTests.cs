using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The whole app with its real storage, which goes away under load, and a sender that repeats what was not taken.</summary>
[Collection(StorageTests.Name)]
public sealed class InboxOutageTests : IAsyncLifetime
{
    private const int Messages = 120;
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _controller = Some.Controller();
    private readonly string _processorId = DescendingId.New(DateTimeOffset.UtcNow);
    private readonly FakeSecretStore _secrets = new();
    private readonly OnceDesk _desk = new();
    private readonly SwitchableTransport _storage = new();
    private readonly ConcurrentBag<HttpStatusCode> _answers = [];
    private readonly HttpClient _http = new();
    private readonly TestApp _app;

    public InboxOutageTests(StorageFixture storage) => _app = new(storage.ConnectionString, services => services
        .AddSingleton(new BlobServiceClient(storage.ConnectionString, new BlobClientOptions { Transport = _storage }))
        .AddSingleton(new TableServiceClient(storage.ConnectionString, new TableClientOptions { Transport = _storage }))
        .AddSingleton<ISecretStore>(_secrets)
        .AddSingleton<IWebhookStore>(new FakeWebhookStore(Some.Webhook(_controller, _processorId) with { NextCheckAt = DateTimeOffset.MaxValue }))
        .AddSingleton<IConsentEvents>(new FakeConsentEvents())
        .AddSingleton<IConsentDesk>(_desk));

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        _http.BaseAddress = new(_app.Address, $"api/webhooks/klaviyo/{_processorId}");
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_is_lost_and_nothing_is_counted_twice()
    {
        var secret = (await new WebhookSecrets(_secrets).SigningAsync(_processorId, CancellationToken.None)).Current;
        var sending = Parallel.ForEachAsync(
            Enumerable.Range(0, Messages), new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (number, _) => await SendAsync(number, secret));
        await UntilAsync(() => _answers.Count >= Messages / 4, "a part is taken");
        _storage.IsCut = true;
        await UntilAsync(() => _answers.Contains(HttpStatusCode.ServiceUnavailable), "a sender is told to come again");
        await Task.Delay(Outage);
        _storage.IsCut = false;
        await sending.WaitAsync(Patience);

        await UntilAsync(() => _desk.Taken.Count == Messages, "all news arrive");
        var store = new BlobInboxStore(_app.Services.GetRequiredService<BlobServiceClient>());
        await UntilAsync(() => !store.ReadAllAsync(InboxState.Waiting, _controller, _processorId, CancellationToken.None).ToBlockingEnumerable().Any(), "the inbox is empty");

        Assert.Equal(Enumerable.Range(0, Messages).Select(number => $"e{number}").Order(), _desk.Taken.Select(news => news.SourceId).Order());
        Assert.All(_answers, answer => Assert.Contains(answer, new[] { HttpStatusCode.Accepted, HttpStatusCode.ServiceUnavailable }));
        Assert.Empty(await store.ReadAllAsync(InboxState.Poison, _controller, _processorId, CancellationToken.None).ToListAsync());
    }

    /// <summary>As Klaviyo does: again until it is taken, and now and then once more than needed.</summary>
    private async Task SendAsync(int number, string secret)
    {
        var now = DateTimeOffset.UtcNow;
        var delivery = Deliveries.Sign(Deliveries.Body(now, Deliveries.Event($"e{number}", $"01P{number}")), secret, now);
        for (var left = number % 5 == 0 ? 2 : 1; left > 0;)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, (Uri?)null) { Content = new ByteArrayContent(delivery.Body) };
            request.Headers.Add("Klaviyo-Signature", delivery.Signature);
            request.Headers.Add("Klaviyo-Timestamp", delivery.Timestamp);
            request.Headers.Add("Klaviyo-Webhook-Id", delivery.WebhookId);
            using var answer = await _http.SendAsync(request);
            _answers.Add(answer.StatusCode);
            left -= answer.StatusCode == HttpStatusCode.Accepted ? 1 : 0;
        }
    }

    private static async Task UntilAsync(Func<bool> good, string what)
    {
        var started = Stopwatch.GetTimestamp();
        while (!good())
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
                throw new TimeoutException($"Did not happen within {Patience.TotalSeconds:0} s: {what}.");
            await Task.Delay(50);
        }
    }
}
