using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Journeys.Access;

/// <summary>What the sandbox truly holds of people, read past its API.</summary>
internal sealed class GroundTruth(Uri sandbox) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = sandbox };

    /// <returns>Everybody who has an e-mail address: profile id and address.</returns>
    public async Task<IReadOnlyList<(string ProfileId, string Email)>> PeopleAsync()
    {
        var people = JsonNode.Parse(await _http.GetStringAsync(new Uri("sandbox/people?limit=10000", UriKind.Relative)))!.AsArray();
        return [.. people
            .Where(person => person!["email"] is not null)
            .Select(person => (person!["profileId"]!.GetValue<string>(), person["email"]!.GetValue<string>()))];
    }

    public async Task<JsonObject> OfAsync(string profileId) =>
        JsonNode.Parse(await _http.GetStringAsync(new Uri($"sandbox/people/{profileId}", UriKind.Relative)))!.AsObject();

    public void Dispose() => _http.Dispose();
}
