using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The app with storage, the durable engine and the sandbox: what a caller sees of consent.</summary>
[Collection(StorageTests.Name)]
public sealed class ConsentApiTests(StorageFixture storage) : IAsyncLifetime
{
    private readonly string _controller = Some.Controller();
    private readonly HttpClient _http = new();
    private SandboxServer _sandbox = null!;
    private TestApp _app = null!;
    private Processor _processor = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions { Port = 0, RateLimits = false }, CancellationToken.None);
        _app = new(storage.ConnectionString, services => services
            .Configure<GovernorOptions>(options => options.Enabled = false)
            .Configure<KlaviyoOptions>(options => options.BaseAddress = _sandbox.BaseAddress));
        await _app.StartAsync();
        _processor = Some.Processor(_controller);
        await _app.Services.GetRequiredService<IProcessorStore>().InsertAsync(_processor, CancellationToken.None);
        await _app.Services.GetRequiredService<ISecretStore>().GetOrAddAsync(_processor.KeySecretName, () => _sandbox.ApiKey, CancellationToken.None);
        _http.BaseAddress = new(_app.Address, $"api/controllers/{_controller}/processors/{_processor.Id}/");
        _http.DefaultRequestHeaders.Authorization = new("Bearer", (TestToken.Development(_app.Key) with { Controller = _controller }).Sign());
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task A_resynchronisation_is_accepted_followed_and_fills_the_ledger()
    {
        var first = await ResyncAsync("""{"full":true}""", "key-1");
        Assert.Equal($"/api/controllers/{Uri.EscapeDataString(_controller)}/processors/{_processor.Id}/resync/{first["id"]}", _location);
        Assert.Equal($"{first["id"]}", $"{(await ResyncAsync("""{"full":true}""", "key-1"))["id"]}");
        var ended = await FollowAsync($"{first["id"]}");

        Assert.Equal((true, "completed", "completed"), (ended["full"]!.GetValue<bool>(), $"{ended["status"]}", $"{ended["outcome"]}"));
        Assert.True(ended["profiles"]!.GetValue<int>() > 50);
        var page = await GetAsync("consent-changes?channel=emailMarketing&limit=5");
        Assert.Equal(5, page["items"]!.AsArray().Count);
        Assert.NotNull(page["next"]);
        var line = page["items"]![0]!;
        Assert.Equal("reconciliation", $"{line["way"]}");
        var own = await GetAsync($"consent-changes?subject={line["subjectKey"]}");
        Assert.All(own["items"]!.AsArray(), item => Assert.Equal($"{line["subjectKey"]}", $"{item!["subjectKey"]}"));
        var current = await GetAsync($"consent/current?subject={line["subjectKey"]}");
        Assert.Contains(current["channels"]!.AsArray(), held => $"{held!["channel"]}" == "emailMarketing" && $"{held["state"]}" == $"{line["value"]}");
        var processor = await _app.Services.GetRequiredService<IProcessorStore>().FindAsync(_controller, _processor.Id, CancellationToken.None);
        Assert.InRange(processor!.SyncLag!.Value, 30, 600);
    }

    [Fact]
    public async Task The_timers_turn_and_a_full_one_that_waits_for_it_both_come_to_their_end()
    {
        await _app.Services.GetRequiredService<SyncHandler>().HandleAsync(_app.Durable, CancellationToken.None);
        var running = (await _app.Services.GetRequiredService<ISyncStore>().ReadAsync(_controller, _processor.Id, CancellationToken.None)).Running;

        var full = await ResyncAsync("""{"full":true}""", key: null);

        Assert.Equal("completed", $"{(await FollowAsync($"{full["id"]}"))["status"]}");
        Assert.Equal("completed", $"{(await FollowAsync(running ?? $"{full["id"]}"))["status"]}");
        Assert.Null((await Poll.UntilAsync(
            () => _app.Services.GetRequiredService<ISyncStore>().ReadAsync(_controller, _processor.Id, CancellationToken.None), state => state.Running is null, "the turn is given back")).Running);
    }

    [Fact]
    public async Task Whom_a_webhook_says_to_have_unsubscribed_is_seen_out_of_reach_by_durable_work()
    {
        var (store, pending) = (_app.Services.GetRequiredService<IExclusionStore>(), _app.Services.GetRequiredService<IPendingStartStore>());
        var klaviyo = await _app.Services.GetRequiredService<IKlaviyoConnections>().OpenAsync(_controller, _processor.Id, null, CancellationToken.None);
        var gone = await klaviyo.Profiles.SearchAsync(additionalFields: ProfileAdditionalFields.Subscriptions).ItemsAsync()
            .FirstAsync(profile => profile.Attributes.Subscriptions?.Email?.Marketing?.Consent == "UNSUBSCRIBED");
        await _app.Services.GetRequiredService<IConsentDesk>().TakeAsync(
            _controller, _processor.Id, [new("e1", gone.Id, ConsentChannel.EmailMarketing, ConsentState.Unsubscribed, DateTimeOffset.UtcNow, ConsentWay.Webhook)], CancellationToken.None);
        Assert.Single(await store.ReadAsync(_controller, _processor.Id, CancellationToken.None).ToListAsync());
        var promise = await pending.ReadOlderThanAsync(DateTimeOffset.UtcNow.AddMinutes(1), CancellationToken.None).SingleAsync(start => start.Work.ControllerDid == _controller);

        await RequestIntake.StartAsync(promise, _app.Durable, CancellationToken.None);

        var ended = await Poll.UntilAsync(() => _app.Durable.GetInstanceAsync(promise.Work.InstanceId(), getInputsAndOutputs: true), seen => seen is { IsCompleted: true }, "the look ends");
        Assert.Equal(0, ended!.ReadOutputAs<int>());
        Assert.Empty(await store.ReadAsync(_controller, _processor.Id, CancellationToken.None).ToListAsync());
        Assert.DoesNotContain(gone.Id, $"{ended.SerializedInput}{ended.SerializedOutput}{ended.SerializedCustomStatus}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("consent-changes?channel=carrierPigeon", "channel")]
    [InlineData("consent-changes?from=yesterday", "from")]
    [InlineData("consent-changes?to=2026", "to")]
    [InlineData("consent-changes?subject=ada@example.com", "subject")]
    [InlineData("consent-changes?limit=0", "limit")]
    [InlineData("consent-changes?cursor=x", "cursor")]
    [InlineData("consent/current", "subject")]
    public async Task What_makes_no_sense_is_refused_by_name(string path, string field)
    {
        using var answer = await _http.GetAsync(path);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await answer.Content.ReadFromJsonAsync<JsonNode>())!["errors"]![field]);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        foreach (var path in (string[])["resync/none", "../nobody/consent-changes", $"../nobody/consent/current?subject={new string('a', 64)}"])
        {
            using var answer = await _http.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var broken = await _http.PostAsync("resync", new StringContent("{", new MediaTypeHeaderValue("application/json")));
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
    }

    private string? _location;

    private async Task<JsonNode> ResyncAsync(string body, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "resync") { Content = new StringContent(body, new MediaTypeHeaderValue("application/json")) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var answer = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        _location = answer.Headers.Location?.ToString();
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private Task<JsonNode> FollowAsync(string id) =>
        Poll.UntilAsync(() => GetAsync($"resync/{id}"), cycle => $"{cycle["status"]}" is "completed" or "failed", "the cycle ends");

    private async Task<JsonNode> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}
