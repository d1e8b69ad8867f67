using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The middlewares around the functions, through the app's own port.</summary>
public sealed class PipelineTests : IAsyncLifetime
{
    private const string Controller = "did:dep:c0ffee";

    private readonly FakeProcessorStore _processors = new(Some.Processor(Controller, "p1"));
    private readonly HttpClient _http = new();
    private readonly TestApp _app;

    public PipelineTests() => _app = new(configure: services => services
        .AddSingleton<IProcessorStore>(_processors)
        .AddSingleton<IAccountExplorer>(new BrokenExplorer()));

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        _http.BaseAddress = new(_app.Address, "api/");
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_caller_with_a_token_gets_the_answer()
    {
        Bearer(TestToken.Development(_app.Key));

        var (status, body) = await GetAsync($"controllers/{Controller}/processors/p1");

        Assert.Equal((HttpStatusCode.OK, "p1"), (status, body["id"]?.GetValue<string>()));
    }

    [Fact]
    public async Task A_controller_may_be_percent_encoded()
    {
        Bearer(TestToken.Development(_app.Key));

        Assert.Equal(HttpStatusCode.OK, (await GetAsync($"controllers/{Uri.EscapeDataString(Controller)}/processors/p1")).Status);
    }

    [Fact]
    public async Task A_caller_without_one_is_told_how_to_sign_in()
    {
        using var answer = await _http.GetAsync($"controllers/{Controller}/processors/p1");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_caller_for_another_controller_is_refused_and_learns_nothing()
    {
        Bearer(TestToken.Development(_app.Key) with { Controller = "did:dep:bad" });

        var (status, body) = await GetAsync($"controllers/{Controller}/processors/p1");
        var (missing, same) = await GetAsync($"controllers/{Controller}/processors/p2");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (status, missing));
        Assert.Equal(body["detail"]!.GetValue<string>(), same["detail"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_is_not_there_is_a_problem_with_its_field()
    {
        Bearer(TestToken.Development(_app.Key));

        var (status, body) = await GetAsync($"controllers/{Controller}/processors/p2");

        Assert.Equal((HttpStatusCode.NotFound, ProblemTypes.ProcessorNotFound), (status, body["type"]!.GetValue<string>()));
        Assert.NotNull(body["errors"]!["processorId"]);
    }

    [Fact]
    public async Task A_broken_world_is_a_problem_that_repeats_nothing_of_it()
    {
        Bearer(TestToken.Development(_app.Key));

        using var answer = await _http.PostAsync(
            $"controllers/{Controller}/processors/verify", new StringContent($$"""{"apiKey":"{{Some.ApiKey}}"}"""));

        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.InternalServerError, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var traceId = JsonNode.Parse(text)!["traceId"]!.GetValue<string>();
        Assert.DoesNotContain("ada", text.Replace(traceId, "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(_app.Log.Lines, line => line.Contains("VerifyProcessor failed with System.IO.IOException", StringComparison.Ordinal));
        Assert.DoesNotContain(_app.Log.Lines, line => line.Contains("ada@", StringComparison.Ordinal) || line.Contains(Some.ApiKey, StringComparison.Ordinal));
    }

    private void Bearer(TestToken token) => _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Sign());

    private async Task<(HttpStatusCode Status, JsonNode Body)> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    private sealed class BrokenExplorer : IAccountExplorer
    {
        public Task<ExplorationResult> ExploreAsync(KlaviyoKey key, CancellationToken cancellationToken) =>
            throw new IOException($"ada@example.com broke {key.Reveal()}");

        public Task<ExplorationResult> IdentifyAsync(KlaviyoKey key, CancellationToken cancellationToken) => ExploreAsync(key, cancellationToken);
    }
}
