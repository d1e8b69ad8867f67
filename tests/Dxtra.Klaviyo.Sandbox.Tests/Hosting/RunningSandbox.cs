using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Sandbox.Tests.Hosting;

/// <summary>A sandbox on a free port and a client that holds its full key.</summary>
internal sealed class RunningSandbox : IAsyncDisposable
{
    private RunningSandbox(SandboxServer server)
    {
        Server = server;
        Client = ClientWith(server.ApiKey);
    }

    public SandboxServer Server { get; }

    public HttpClient Client { get; }

    public static async Task<RunningSandbox> StartAsync(SandboxOptions? options = null) =>
        new(await SandboxServer.StartAsync((options ?? new SandboxOptions { RateLimits = false }) with { Port = 0 }, CancellationToken.None));

    public HttpClient ClientWith(string key)
    {
        var client = new HttpClient { BaseAddress = Server.BaseAddress };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Klaviyo-API-Key {key}");
        client.DefaultRequestHeaders.Add("revision", "2026-07-15");
        return client;
    }

    /// <summary>The document of a call that must succeed.</summary>
    public async Task<JsonObject> GetAsync(string pathAndQuery)
    {
        using var response = await Client.GetAsync(new Uri(pathAndQuery, UriKind.RelativeOrAbsolute));
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{pathAndQuery} gave {(int)response.StatusCode}: {body}");
        return JsonNode.Parse(body)!.AsObject();
    }

    /// <summary>The first error of a call that must fail with a status.</summary>
    public async Task<JsonObject> GetErrorAsync(string pathAndQuery, int status)
    {
        using var response = await Client.GetAsync(new Uri(pathAndQuery, UriKind.RelativeOrAbsolute));
        var body = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"{pathAndQuery} gave {(int)response.StatusCode}: {body}");
        return JsonNode.Parse(body)!["errors"]![0]!.AsObject();
    }

    public async Task<JsonNode> ControlAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path} gave {(int)response.StatusCode}: {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    /// <summary>A call with a body; the status, and the body of the answer or nothing.</summary>
    public async Task<(int Status, string Body)> SendAsync(HttpMethod method, string path, string json)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(json, Encoding.UTF8, "application/vnd.api+json") };
        using var response = await Client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Makes a person to order.</summary>
    /// <returns>The profile's id.</returns>
    public async Task<string> MakeAsync(string person) =>
        (string)(await ControlAsync(HttpMethod.Post, "/sandbox/people", JsonNode.Parse(person)))["profileId"]!;

    /// <summary>What took effect on people: <c>deleted 01… by request_profile_deletion</c>, with the detail in front where there is one.</summary>
    public async Task<IReadOnlyList<string>> ChangesAsync() =>
        [.. (await ControlAsync(HttpMethod.Get, "/sandbox/changes")).AsArray().Select(change =>
            $"{change!["kind"]} {(change["detail"] is { } detail ? $"{detail} " : "")}{change["profileId"]} by {change["by"]}")];

    /// <summary>Follows <c>links.next</c> to the end.</summary>
    public async Task<List<JsonObject>> GetAllAsync(string pathAndQuery)
    {
        var all = new List<JsonObject>();
        for (var next = pathAndQuery; next is not null;)
        {
            var page = await GetAsync(next);
            all.AddRange(page["data"]!.AsArray().Select(item => item!.AsObject()));
            next = (string?)page["links"]!["next"];
        }

        return all;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
