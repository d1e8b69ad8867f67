using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The real app over HTTP with real storage, connected to a sandbox of its own, in a hurry.</summary>
internal sealed class OutwardFixture : IAsyncDisposable
{
    /// <summary>Subscribed to e-mail and text messages, and on the newsletter.</summary>
    public const string Anna = """
        {"attributes":{"email":"anna@example.org","phone_number":"+12025550187","external_id":"C-1"},
         "consent":{"email":"SUBSCRIBED","sms":"SUBSCRIBED"},"lists":["Newsletter"]}
        """;

    private readonly SeededSandbox _sandbox;
    private readonly HttpClient _control = new();
    private readonly HttpClient _http = new();

    private OutwardFixture(SeededSandbox sandbox, string storage, string key, Action<OutwardOptions>? configure)
    {
        _sandbox = sandbox;
        _control.BaseAddress = sandbox.Server.BaseAddress;
        App = new(storage, services => services
            .AddSingleton<IProcessorStore>(new FakeProcessorStore(Some.Processor(Controller, Processor)))
            .AddSingleton<IActivityLog>(Activity)
            .AddSingleton<IConsentDesk>(Desk)
            .AddSingleton<ISecretStore>(new FakeSecretStore())
            .AddSingleton<IKlaviyoConnections>(new Seeded(sandbox.Clients.Create(Some.Key(sandbox.Server.ApiKeys[key]))))
            .Configure<OutwardOptions>(options =>
            {
                (options.Window, options.Pause, options.Patience) = (TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(20));
                configure?.Invoke(options);
            }));
    }

    public TestApp App { get; }

    public string Controller { get; } = Some.Controller();

    public string Processor { get; } = DescendingId.New(Some.Now);

    public FakeActivityLog Activity { get; } = new();

    public FakeConsentDesk Desk { get; } = new();

    public string Route => $"controllers/{Controller}/processors/{Processor}/consent";

    public static async Task<OutwardFixture> StartAsync(StorageFixture storage, Action<OutwardOptions>? configure = null, string key = "full")
    {
        var fixture = new OutwardFixture(await SeededSandbox.StartAsync(), storage.ConnectionString, key, configure);
        await fixture.App.StartAsync();
        fixture._http.BaseAddress = new(fixture.App.Address, "api/");
        fixture._http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", (TestToken.Development(fixture.App.Key) with { Controller = fixture.Controller }).Sign());
        await fixture.ControlAsync(HttpMethod.Put, "quirks", new { jobs = new { subscriptionMilliseconds = 20 } });
        return fixture;
    }

    public async Task<JsonNode> ControlAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"sandbox/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await _control.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    /// <returns>The profile's id.</returns>
    public async Task<string> MakeAsync(string person) => (string)(await ControlAsync(HttpMethod.Post, "people", JsonNode.Parse(person)))["profileId"]!;

    /// <returns>The list's id; nobody is on it, and it has single opt-in.</returns>
    public async Task<string> MakeListAsync(string name) => (string)(await ControlAsync(HttpMethod.Post, "lists", new { name }))["id"]!;

    public Task<JsonNode> TruthAsync(string profileId) => ControlAsync(HttpMethod.Get, $"people/{profileId}");

    /// <summary>What took effect: the kinds in order, each with its detail.</summary>
    public async Task<IReadOnlyList<string>> ChangesAsync() =>
        [.. (await ControlAsync(HttpMethod.Get, "changes")).AsArray().Select(change => $"{change!["kind"]} {change["detail"]}".Trim())];

    public async Task<int> CallsAsync(string operation) => (int?)(await ControlAsync(HttpMethod.Get, "requests"))["byOperation"]![operation] ?? 0;

    public async Task<(HttpStatusCode Status, JsonNode Body, Uri? Location)> SendAsync(HttpMethod method, string path, object? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var answer = await _http.SendAsync(request);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!, answer.Headers.Location);
    }

    /// <summary>Sets consent and waits until the order is over.</summary>
    public async Task<JsonNode> SetAsync(object body)
    {
        var (status, view, location) = await SendAsync(HttpMethod.Put, Route, body);
        Assert.True(status == HttpStatusCode.Accepted, view.ToJsonString());
        return await EndAsync(location!);
    }

    public async Task<JsonNode> EndAsync(Uri location) => await Poll.UntilAsync(
        async () => (await SendAsync(HttpMethod.Get, location.ToString())).Body, view => (string?)view["status"] == "completed", "the order is over");

    public static (string Outcome, string? Reason) Of(JsonNode view) => ((string)view["outcome"]!, (string?)view["channels"]![0]!["reason"]);

    public static object Unsubscribe(object subject, string? listId = null) =>
        new { subject, channels = new { emailMarketing = "unsubscribed" }, listId };

    public static object Subscribe(object subject, string? listId = null) =>
        new { subject, channels = new { emailMarketing = "subscribed" }, listId };

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _control.Dispose();
        await App.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    private sealed class Seeded(KlaviyoClient klaviyo) : IKlaviyoConnections
    {
        public Task<KlaviyoClient> OpenAsync(string controller, string processorId, DateTimeOffset? due, CancellationToken cancellationToken) => Task.FromResult(klaviyo);
    }
}
