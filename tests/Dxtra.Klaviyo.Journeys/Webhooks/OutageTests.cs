using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Journeys.Harness;

namespace Dxtra.Klaviyo.Journeys.Webhooks;

/// <summary>Storage goes away for half a minute while Klaviyo delivers, and Klaviyo repeats what was not taken.</summary>
[Collection(PatientJourneys.Name)]
public sealed class OutageTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const int Deliveries = 200;
    private const int AtOnce = 6;
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly ConcurrentBag<HttpStatusCode> _answers = [];
    private readonly HttpClient _http = new();
    private Installation _installation = null!;
    private Caller _caller = null!;
    private string _processor = null!;

    private Uri Address => new(_installation.Address, $"api/webhooks/klaviyo/{_processor}");

    public async Task InitializeAsync()
    {
        _installation = await Installation.StartAsync(azurite);
        await _installation.Control.PlanAsync(advancedKdp: true);
        _processor = await _installation.ConnectAsync();
        _caller = new Caller(_installation);
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        _caller.Dispose();
        await _installation.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_is_lost_and_nothing_is_counted_twice()
    {
        var (secret, webhookId) = (SecretTold(), await WebhookIdAsync());
        var sending = Parallel.ForEachAsync(
            Enumerable.Range(0, Deliveries), new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (number, _) => await SendAsync(new SignedDelivery(secret, webhookId, $"event{number}", $"01PROFILE{number}"), number));
        await UntilAsync(() => _answers.Count > Deliveries / 4, "A quarter of the deliveries");
        (_installation.Proxies.Tables.Refuses, _installation.Proxies.Blobs.Refuses) = (true, true);
        await Task.Delay(Outage);
        (_installation.Proxies.Tables.Refuses, _installation.Proxies.Blobs.Refuses) = (false, false);
        await sending.WaitAsync(Patience);

        Assert.Contains(HttpStatusCode.ServiceUnavailable, _answers);
        Assert.DoesNotContain(_answers, answer => answer is not (HttpStatusCode.Accepted or HttpStatusCode.ServiceUnavailable));
        // What is not worked off yet waits; each delivery is in one of the two places, once.
        await Poll.UntilAsync(
            async () => await CountAsync("inbox?state=waiting") + await CountAsync("consent-changes?"), count => count == Deliveries, Patience, "Every delivery in one place");
        Assert.Equal(0, await CountAsync("inbox?state=poison"));
    }

    [Fact]
    public async Task A_signature_that_is_not_right_is_refused_whatever_the_processor()
    {
        var wrong = new SignedDelivery("0123456789abcdef", await WebhookIdAsync(), "event", "01PROFILE");

        Assert.Equal(HttpStatusCode.Unauthorized, await wrong.SendAsync(_http, Address));
        Assert.Equal(HttpStatusCode.Unauthorized, await wrong.SendAsync(_http, new Uri(_installation.Address, "api/webhooks/klaviyo/nobody")));
        Assert.Equal(0, await CountAsync("inbox?state=waiting"));
    }

    /// <summary>Again until it is taken; each fifth once more than needed.</summary>
    private async Task SendAsync(SignedDelivery delivery, int number)
    {
        for (var left = number % 5 == 0 ? 2 : 1; left > 0;)
        {
            var answer = await delivery.SendAsync(_http, Address);
            _answers.Add(answer);
            left -= answer == HttpStatusCode.Accepted ? 1 : 0;
        }
    }

    private string SecretTold()
    {
        var call = _installation.Proxies.Klaviyo.Calls.Single(call => call is { Method: "POST", Path: "/api/webhooks" or "/api/webhooks/" });
        return JsonNode.Parse(call.Body)!["data"]!["attributes"]!["secret_key"]!.GetValue<string>();
    }

    private async Task<string> WebhookIdAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_installation.Sandbox.BaseAddress, "api/webhooks"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Klaviyo-API-Key", _installation.Sandbox.ApiKey);
        request.Headers.Add("revision", "2026-07-15");
        using var answer = await _http.SendAsync(request);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["data"]![0]!["id"]!.GetValue<string>();
    }

    private async Task<int> CountAsync(string list)
    {
        var answer = await _caller.GetAsync($"processors/{_processor}/{list}&limit=500");
        return answer.Status == HttpStatusCode.NotFound ? 0 : answer.Body!["items"]!.AsArray().Count;
    }

    private static Task UntilAsync(Func<bool> good, string what) => Poll.UntilAsync(() => Task.FromResult(good()), seen => seen, Patience, what);
}
