using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Journeys.Harness;

namespace Dxtra.Klaviyo.Journeys.Deletion;

/// <summary>Has a person deleted, as a caller of the HTTP contract does; a second caller approves where it takes two.</summary>
internal sealed class DeletionJourney(Installation installation, string processorId) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly string[] Over = ["completed", "failed", "cancelled"];

    private readonly Caller _caller = new(installation);
    private readonly Caller _second = new(installation, installation.TokenOf("second"));

    /// <returns>The request's id.</returns>
    public async Task<string> AskAsync(object subject, params IReadOnlyList<string> scope)
    {
        var answer = await TryAskAsync(new { subject, scope });
        Assert.True(answer.Status == HttpStatusCode.Accepted, answer.Body?.ToJsonString());
        Assert.Equal("awaitingIdentity", StatusOf(answer.Body!.AsObject()));
        return answer.Body!["id"]!.GetValue<string>();
    }

    /// <summary>Says that somebody vouches for the person.</summary>
    public async Task ProveAsync(string requestId)
    {
        var answer = await PostAsync(requestId, "identity", new { method = "attestation", reference = "case 7", verifier = "privacy desk" });
        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Accepted, answer.Body?.ToJsonString());
    }

    /// <returns>The preview, once the request waits for its approval.</returns>
    public async Task<JsonObject> PreviewAsync(string requestId)
    {
        var request = await UntilAsync(requestId, request => StatusOf(request) is "awaitingApproval" or "completed" or "failed" or "cancelled", "A preview");
        Assert.True(StatusOf(request) == "awaitingApproval", request.ToJsonString());
        var answer = await _caller.GetAsync($"requests/{requestId}/preview");
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Body?.ToJsonString());
        return answer.Body!.AsObject();
    }

    /// <summary>By as many people as it takes.</summary>
    /// <param name="requestId">The request.</param>
    /// <param name="preview">What is approved.</param>
    /// <param name="profiles">None: all that it shows.</param>
    public async Task ApproveAsync(string requestId, JsonObject preview, params IReadOnlyList<string> profiles)
    {
        var body = new { previewHash = HashOf(preview), profiles = profiles is [] ? ProfilesOf(preview) : profiles };
        foreach (var caller in preview["approvalsNeeded"]!["count"]!.GetValue<int>() == 2 ? new[] { _caller, _second } : [_caller])
        {
            var answer = await caller.PostAsync($"requests/{requestId}/approve", JsonSerializer.Serialize(body));
            Assert.True(answer.Status == HttpStatusCode.OK, answer.Body?.ToJsonString());
        }
    }

    public Task<Caller.Answer> ExecuteAsync(string requestId, JsonObject preview) => PostAsync(requestId, "execute", new { previewHash = HashOf(preview) });

    /// <summary>All the way to the order: identity, preview, approval.</summary>
    /// <returns>The request's id.</returns>
    public async Task<string> OrderAsync(object subject, params IReadOnlyList<string> scope)
    {
        var id = await AskAsync(subject, scope);
        await ProveAsync(id);
        await ApproveAndExecuteAsync(id);
        return id;
    }

    public async Task ApproveAndExecuteAsync(string requestId)
    {
        var preview = await PreviewAsync(requestId);
        await ApproveAsync(requestId, preview);
        var answer = await ExecuteAsync(requestId, preview);
        Assert.True(answer.Status == HttpStatusCode.Accepted, answer.Body?.ToJsonString());
    }

    /// <returns>The request when it is over.</returns>
    public async Task<JsonObject> WalkAsync(object subject, params IReadOnlyList<string> scope)
    {
        var id = await OrderAsync(subject, scope);
        return await EndAsync(id);
    }

    public Task<JsonObject> EndAsync(string requestId, TimeSpan? patience = null) =>
        UntilAsync(requestId, request => Over.Contains(StatusOf(request)), $"The end of request {requestId}", patience);

    public Task<JsonObject> UntilAsync(string requestId, Func<JsonObject, bool> good, string what, TimeSpan? patience = null) =>
        Poll.UntilAsync(() => GetAsync(requestId), good, patience ?? Patience, what);

    public async Task<JsonObject> GetAsync(string requestId) => (await _caller.GetAsync($"requests/{requestId}")).Body!.AsObject();

    public Task<Caller.Answer> PostAsync(string requestId, string move, object? body = null) =>
        _caller.PostAsync($"requests/{requestId}/{move}", body is null ? "" : JsonSerializer.Serialize(body));

    /// <returns>The certificate's file, to the byte.</returns>
    public Task<byte[]> CertificateAsync(string requestId) => FileAsync(requestId, "certificate");

    /// <param name="requestId">The request.</param>
    /// <param name="file"><c>certificate</c> or <c>letter</c>, with <c>?format=</c>.</param>
    public async Task<byte[]> FileAsync(string requestId, string file)
    {
        using var http = new HttpClient { BaseAddress = installation.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", installation.TokenFor(installation.Controller));
        return await http.GetByteArrayAsync(new Uri($"api/controllers/{installation.Controller}/requests/{requestId}/{file}", UriKind.Relative));
    }

    /// <returns>The app's answer, for what is to be refused.</returns>
    public Task<Caller.Answer> TryAskAsync(object body) =>
        _caller.PostAsync($"processors/{processorId}/deletion-requests", JsonSerializer.Serialize(body));

    public async Task<string> StatusOfProcessorAsync() => (await _caller.GetAsync($"processors/{processorId}")).Body!["status"]!.GetValue<string>();

    public void Dispose()
    {
        _caller.Dispose();
        _second.Dispose();
    }

    public static string StatusOf(JsonObject request) => request["status"]!.GetValue<string>();

    public static string? StepOf(JsonObject request) => request["step"]?.GetValue<string>();

    public static string? ResultOf(JsonObject request) => request["outcome"]?["result"]?.GetValue<string>();

    /// <returns>What came of each profile.</returns>
    public static IReadOnlyList<string> OutcomesOf(JsonObject request) =>
        [.. request["deletion"]!["erased"]!.AsArray().Select(profile => profile!["outcome"]!.GetValue<string>())];

    public static string HashOf(JsonObject preview) => preview["hash"]!.GetValue<string>();

    public static IReadOnlyList<string> ProfilesOf(JsonObject preview) =>
        [.. preview["profiles"]!.AsArray().Select(profile => profile!["profileId"]!.GetValue<string>())];
}
