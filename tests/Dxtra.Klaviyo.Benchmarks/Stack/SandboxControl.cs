using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Benchmarks.Measures;
using Dxtra.Klaviyo.Local;

namespace Dxtra.Klaviyo.Benchmarks.Stack;

/// <summary>The sandbox's control interface, as far as the benchmarks use it.</summary>
internal sealed class SandboxControl(Uri sandbox) : IDisposable
{
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
