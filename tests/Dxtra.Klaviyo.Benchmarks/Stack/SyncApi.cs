using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Local;
using Dxtra.Klaviyo.Local.Api;

namespace Dxtra.Klaviyo.Benchmarks.Stack;

/// <summary>The synchronisation of one processor, asked for as a caller would.</summary>
internal sealed class SyncApi : IDisposable
{
    private readonly HttpClient _http;

    public SyncApi(Uri app, string controller, string processor, string token)
    {
        _http = new HttpClient { BaseAddress = new Uri(app, $"api/controllers/{controller}/processors/{processor}/") };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <returns>The cycle, which completed.</returns>
    public async Task<JsonNode> RunAsync(bool full, CancellationToken ct)
    {
        using var answer = await _http.PostAsJsonAsync("resync", new { full }, ct);
        if (!answer.IsSuccessStatusCode)
            throw await ProblemText.ReadAsync(answer, ct);
        var id = (string)(await answer.Content.ReadFromJsonAsync<JsonNode>(ct))!["id"]!;
        var cycle = await Patience.UntilAsync(
            async () => (await _http.GetFromJsonAsync<JsonNode>($"resync/{id}", ct))!, seen => (string?)seen["status"] is "completed" or "failed", ct);
        return (string?)cycle["status"] == "completed" ? cycle : throw new LauncherException($"The synchronisation ended as {cycle["outcome"]}.");
    }

    public void Dispose() => _http.Dispose();
}
