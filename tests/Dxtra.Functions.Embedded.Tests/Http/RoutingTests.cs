using System.Net;
using Dxtra.Functions.Embedded.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Functions.Embedded.Tests.Http;

public sealed class RoutingTests
{
    [Theory]
    [InlineData("GET", "api/unnamed", "unnamed")]
    [InlineData("POST", "api/unnamed", "unnamed")]
    [InlineData("GET", "api/items/42", "item 42")]
    [InlineData("GET", "API/ITEMS/42", "item 42")]
    [InlineData("GET", "api/items/latest", "word latest")]
    [InlineData("GET", "api/items/a-b", "slug a-b")]
    [InlineData("GET", "api/pages", "page -")]
    [InlineData("GET", "api/pages/two", "page two")]
    [InlineData("POST", "api/things", "made")]
    [InlineData("GET", "api/things", "listed")]
    [InlineData("OPTIONS", "api/asked", "asked")]
    [InlineData("GET", "api/controllers/did:web:example.com/processors", "did:web:example.com")]
    [InlineData("GET", "api/controllers/did%3Aweb%3Aexample.com/processors", "did:web:example.com")]
    public async Task A_function_answers_on_its_route(string method, string path, string body)
    {
        await using var app = await TestApp.StartAsync(typeof(Routes));

        var response = await app.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal((HttpStatusCode.OK, body), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "unnamed")]
    [InlineData("GET", "api/nowhere")]
    [InlineData("GET", "api/items/1/2")]
    [InlineData("PUT", "api/things")]
    [InlineData("DELETE", "api/items/42")]
    [InlineData("HEAD", "api/things")]
    [InlineData("OPTIONS", "api/things")]
    public async Task An_unknown_path_and_a_wrong_method_on_a_known_one_are_404(string method, string path)
    {
        await using var app = await TestApp.StartAsync(typeof(Routes));

        var response = await app.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(response.Content.Headers.Allow);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("", "unnamed")]
    [InlineData("v1/klaviyo", "v1/klaviyo/unnamed")]
    public async Task The_prefix_is_that_of_host_json(string prefix, string path)
    {
        var folder = new TestFolder().With("host.json", $$"""{"version": "2.0", "extensions": {"http": {"routePrefix": "{{prefix}}" } } }""");
        await using var app = await TestApp.StartAsync(typeof(Routes), folder: folder);

        Assert.Equal("unnamed", await app.Client.GetStringAsync(path));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync("api/unnamed")).StatusCode);
    }

    [Fact]
    public void Http_functions_without_the_web_application_are_an_error()
    {
        using var folder = new TestFolder();

        var error = Assert.Throws<InvalidOperationException>(() => TestApp.Builder(folder, [typeof(Routes)]).Build());

        Assert.Contains("ConfigureFunctionsWebApplication", error.Message, StringComparison.Ordinal);
    }

    internal static class Routes
    {
        [Function("Unnamed")]
        public static IActionResult Unnamed([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            Text(request, "unnamed");

        [Function("Item")]
        public static IActionResult Item([HttpTrigger("get", Route = "items/{id:int}")] HttpRequest request, int id) =>
            Text(request, $"item {id}");

        [Function("Word")]
        public static IActionResult Word([HttpTrigger("get", Route = "items/{word:alpha}")] HttpRequest request, string word) =>
            Text(request, $"word {word}");

        [Function("Slug")]
        public static IActionResult Slug([HttpTrigger("get", Route = "items/{slug:regex(^a-.$)}")] HttpRequest request, string slug) =>
            Text(request, $"slug {slug}");

        [Function("Page")]
        public static IActionResult Page([HttpTrigger("get", Route = "pages/{page?}")] HttpRequest request, string? page) =>
            Text(request, $"page {page ?? "-"}");

        [Function("Make")]
        public static IActionResult Make([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "things")] HttpRequest request) =>
            Text(request, "made");

        [Function("List")]
        public static IActionResult List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things")] HttpRequest request) =>
            Text(request, "listed");

        [Function("Asked")]
        public static IActionResult Asked([HttpTrigger("options")] HttpRequest request) => Text(request, "asked");

        [Function("Processors")]
        public static IActionResult Processors(
            [HttpTrigger("get", Route = "controllers/{did}/processors")] HttpRequest request, string did) => Text(request, did);

        private static ContentResult Text(HttpRequest request, string text)
        {
            Assert.NotNull(request.HttpContext);
            return new ContentResult { Content = text };
        }
    }
}
