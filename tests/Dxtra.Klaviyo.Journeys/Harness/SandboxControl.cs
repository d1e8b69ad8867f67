using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Journeys.Harness;

/// <summary>The sandbox's control interface: who there is, who there shall be, and what goes wrong.</summary>
internal sealed class SandboxControl(Uri sandbox) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(sandbox, "sandbox/") };

    /// <returns>Everybody, those with the most events first.</returns>
    public async Task<IReadOnlyList<JsonObject>> PeopleAsync() =>
        [.. JsonNode.Parse(await _http.GetStringAsync(Path("people?limit=10000")))!.AsArray().Select(person => person!.AsObject())];

    /// <returns>Everything that is held of a person.</returns>
    public async Task<JsonObject> TruthAsync(string profileId) =>
        JsonNode.Parse(await _http.GetStringAsync(Path($"people/{profileId}")))!.AsObject();

    /// <returns>False when there is no such profile, or no more.</returns>
    public async Task<bool> ExistsAsync(string profileId)
    {
        using var answer = await _http.GetAsync(Path($"people/{profileId}"));
        return answer.IsSuccessStatusCode;
    }

    /// <returns>Everything that calls changed about people, in the order of time.</returns>
    public async Task<IReadOnlyList<JsonObject>> ChangesAsync() =>
        [.. JsonNode.Parse(await _http.GetStringAsync(Path("changes")))!.AsArray().Select(change => change!.AsObject())];

    /// <param name="person">As <c>POST /sandbox/people</c> takes it.</param>
    /// <returns>The profile's id.</returns>
    public async Task<string> CreateAsync(object person) => (await PostAsync("people", person))["profileId"]!.GetValue<string>();

    /// <param name="profileId">Whose.</param>
    /// <param name="events">As <c>POST /sandbox/people/{id}/events</c> takes them.</param>
    public Task AddEventsAsync(string profileId, params IEnumerable<object> events) => PostAsync($"people/{profileId}/events", new { events });

    /// <summary>Events of one metric, spread over a time.</summary>
    public Task AddManyEventsAsync(string profileId, int count, string metric, DateTimeOffset from, DateTimeOffset to) =>
        PostAsync($"people/{profileId}/events/bulk", new { count, metric, from, to });

    /// <summary>Replaces what goes wrong; nothing does without rules.</summary>
    public Task FaultsAsync(params IEnumerable<object> rules) => PutAsync("faults", new { rules });

    /// <summary>Replaces what is to happen between two calls.</summary>
    public Task HappenAsync(params IEnumerable<object> happenings) => PutAsync("happenings", new { happenings });

    /// <param name="advancedKdp">Whether the account's plan has system webhooks.</param>
    public Task PlanAsync(bool advancedKdp) => PutAsync("plan", new { advancedKdp });

    public Task QuirksAsync(object quirks) => PutAsync("quirks", quirks);

    public void Dispose() => _http.Dispose();

    private async Task<JsonNode> PostAsync(string path, object body) => await ReadAsync(await _http.PostAsJsonAsync(Path(path), body));

    private async Task PutAsync(string path, object body) => await ReadAsync(await _http.PutAsJsonAsync(Path(path), body));

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, text);
            return JsonNode.Parse(text)!;
        }
    }

    private static Uri Path(string path) => new(path, UriKind.Relative);
}
