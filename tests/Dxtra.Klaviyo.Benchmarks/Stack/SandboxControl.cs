using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Benchmarks.Measures;
using Dxtra.Klaviyo.Local;

namespace Dxtra.Klaviyo.Benchmarks.Stack;

/// <summary>The sandbox's control interface, as far as the benchmarks use it.</summary>
internal sealed class SandboxControl(Uri sandbox) : IDisposable
{
    /// <summary>What Klaviyo takes in one call.</summary>
    private const int MostUnsubscribed = 100;

    private readonly HttpClient _http = new() { BaseAddress = new Uri(sandbox, "sandbox/"), Timeout = TimeSpan.FromMinutes(10) };

    /// <summary>Empties the request log and begins all rate limit windows anew.</summary>
    public async Task ResetAsync(CancellationToken ct)
    {
        await SendAsync(HttpMethod.Put, "limits", new { enabled = true }, ct);
        await SendAsync(HttpMethod.Delete, "requests", body: null, ct);
    }

    public async Task<CallCounts> CallsAsync(CancellationToken ct) =>
        (await _http.GetFromJsonAsync<CallCounts>("requests", ct))!;

    /// <returns>The profile's id.</returns>
    public async Task<string> AddPersonAsync(string email, IReadOnlyList<string> lists, IReadOnlyList<string> segments, CancellationToken ct)
    {
        var consent = new { email = "SUBSCRIBED" };
        using var answer = await SendAsync(HttpMethod.Post, "people", new { attributes = new { email }, consent, lists, segments }, ct);
        return (await answer.Content.ReadFromJsonAsync<Person>(ct))!.ProfileId;
    }

    public Task AddEventsAsync(string profileId, string metric, int count, CancellationToken ct) =>
        SendAsync(HttpMethod.Post, $"people/{profileId}/events/bulk", new { metric, count }, ct);

    /// <returns>The addresses of as many new people.</returns>
    public async Task<IReadOnlyList<string>> AddPeopleAsync(int count, int seed, CancellationToken ct)
    {
        using var answer = await SendAsync(HttpMethod.Post, "people/bulk", new { count, seed }, ct);
        return [.. (await answer.Content.ReadFromJsonAsync<JsonNode>(ct))!["people"]!.AsArray().Select(person => (string)person!["email"]!)];
    }

    /// <summary>Through Klaviyo's API, as another app of the customer would, so that each leaves an event.</summary>
    public async Task UnsubscribeAsync(string apiKey, IReadOnlyList<string> emails, CancellationToken ct)
    {
        const string job = "profile-subscription-bulk-delete-job";
        foreach (var some in emails.Chunk(MostUnsubscribed))
        {
            var profiles = some.Select(email => new
            {
                type = "profile",
                attributes = new { email, subscriptions = new { email = new { marketing = new { consent = "UNSUBSCRIBED" } } } },
            });
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(sandbox, $"api/{job}s"))
            {
                Content = JsonContent.Create(new { data = new { type = job, attributes = new { profiles = new { data = profiles } } } }),
                Headers = { { "Authorization", $"Klaviyo-API-Key {apiKey}" }, { "revision", "2026-07-15" } },
            };
            using var answer = await _http.SendAsync(request, ct);
            if (!answer.IsSuccessStatusCode)
                throw new LauncherException($"The sandbox answered {(int)answer.StatusCode} to unsubscribing.");
        }
    }

    /// <summary>Adds lists or segments until the account has so many of them.</summary>
    /// <param name="kind"><c>lists</c> or <c>segments</c>.</param>
    /// <param name="count">How many there are to be.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>The names of those added.</returns>
    public async Task<IReadOnlyList<string>> FillUpAsync(string kind, int count, CancellationToken ct)
    {
        var account = (await _http.GetFromJsonAsync<JsonNode>("", ct))!;
        var names = Enumerable.Range((int)account[kind]!, count - (int)account[kind]!).Select(number => $"Benchmark {kind} {number}").ToList();
        foreach (var name in names)
            await SendAsync(HttpMethod.Post, kind, new { name }, ct);
        return names;
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        var answer = await _http.SendAsync(request, ct);
        return answer.IsSuccessStatusCode
            ? answer
            : throw new LauncherException($"The sandbox answered {(int)answer.StatusCode} to {method} {path}: {await answer.Content.ReadAsStringAsync(ct)}");
    }

    private sealed record Person(string ProfileId);
}
