using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Journeys.Harness;

namespace Dxtra.Klaviyo.Journeys.Access;

/// <summary>Asks for a person's data and brings the export home, as a caller of the HTTP contract does.</summary>
internal sealed class AccessJourney(Installation installation, string processorId) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly string[] Over = ["completed", "failed", "cancelled"];

    private readonly Caller _caller = new(installation);

    /// <returns>The request's id.</returns>
    public Task<string> PostAsync(string email) => AskAsync(new { email });

    /// <param name="subject">As the contract has it.</param>
    /// <returns>The request's id.</returns>
    public async Task<string> AskAsync(object subject)
    {
        var answer = await _caller.PostAsync(
            $"processors/{processorId}/access-requests", JsonSerializer.Serialize(new { subject, formats = new[] { "json" } }));
        Assert.True(answer.Status == HttpStatusCode.Accepted, answer.Body?.ToJsonString());
        return answer.Body!["id"]!.GetValue<string>();
    }

    /// <returns>The request as the contract shows it.</returns>
    public async Task<JsonObject> GetAsync(string requestId) => (await _caller.GetAsync($"requests/{requestId}")).Body!.AsObject();

    public Task<JsonObject> UntilAsync(string requestId, Func<JsonObject, bool> good, string what, TimeSpan? patience = null) =>
        Poll.UntilAsync(() => GetAsync(requestId), good, patience ?? Patience, what);

    /// <returns>The request when it has ended, however it did, or waits for the caller.</returns>
    public Task<JsonObject> EndAsync(string requestId, TimeSpan? patience = null) =>
        UntilAsync(requestId, request => Over.Append("awaitingApproval").Contains(StatusOf(request)), $"The end of request {requestId}", patience);

    public async Task<JsonObject> CompleteAsync(string requestId, TimeSpan? patience = null)
    {
        var over = await EndAsync(requestId, patience);
        Assert.True(StatusOf(over) == "completed", over.ToJsonString());
        return over;
    }

    public Task<Caller.Answer> ApproveAsync(string requestId, params string[] profiles) =>
        _caller.PostAsync($"requests/{requestId}/approve", JsonSerializer.Serialize(new { profiles }));

    public Task<Caller.Answer> RetryAsync(string requestId) => _caller.PostAsync($"requests/{requestId}/retry", "");

    public Task<Caller.Answer> CancelAsync(string requestId) => _caller.PostAsync($"requests/{requestId}/cancel", "");

    /// <param name="requestId">Whose export.</param>
    /// <param name="supplement">The number of a supplement; null for the export itself.</param>
    public async Task<JsonObject> DownloadAsync(string requestId, int? supplement = null)
    {
        var answer = await _caller.GetAsync($"requests/{requestId}/export/json" + (supplement is null ? "" : $"?supplement={supplement}"));
        Assert.True(answer is { Status: HttpStatusCode.Found, Location: not null }, answer.Body?.ToJsonString());
        using var storage = new HttpClient();
        return JsonNode.Parse(await storage.GetStringAsync(answer.Location), documentOptions: new() { MaxDepth = 512 })!.AsObject();
    }

    public async Task<JsonObject> WalkAsync(object subject)
    {
        var id = await AskAsync(subject);
        await CompleteAsync(id);
        return await DownloadAsync(id);
    }

    public Task<JsonObject> WalkAsync(string email) => WalkAsync(new { email });

    public void Dispose() => _caller.Dispose();

    public static string StatusOf(JsonObject request) => request["status"]!.GetValue<string>();

    public static string? ResultOf(JsonObject request) => request["outcome"]?["result"]?.GetValue<string>();

    /// <returns>Categories that could not be read, with the reason.</returns>
    public static IReadOnlyList<(string Category, string Reason)> GapsOf(JsonObject request) =>
        [.. request["outcome"]!["gaps"]!.AsArray().Select(gap => (gap!["category"]!.GetValue<string>(), gap["reason"]!.GetValue<string>()))];
}
