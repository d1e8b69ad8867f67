using System.Net;
using System.Net.Http.Json;
using System.Text;
using Dxtra.Functions.Embedded.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using FromBodyAttribute = Microsoft.Azure.Functions.Worker.Http.FromBodyAttribute;

namespace Dxtra.Functions.Embedded.Tests.Http;

public sealed class BindingTests
{
    [Fact]
    public async Task Route_values_are_converted_to_the_types_of_the_parameters()
    {
        await using var app = await TestApp.StartAsync(typeof(Values));

        Assert.Equal(
            "7 5000000000 True friday 0194f0c2-0000-7000-8000-000000000001",
            await app.Client.GetStringAsync("api/typed/7/5000000000/true/friday/0194f0c2-0000-7000-8000-000000000001"));
    }

    [Theory]
    [InlineData("api/optional", "- 50")]
    [InlineData("api/optional/3", "3 50")]
    [InlineData("api/optional/3/9", "3 9")]
    public async Task An_optional_value_that_is_not_there_is_null_or_the_parameters_default(string path, string body)
    {
        await using var app = await TestApp.StartAsync(typeof(Values));

        Assert.Equal(body, await app.Client.GetStringAsync(path));
    }

    [Fact]
    public async Task A_value_that_cannot_be_converted_ends_as_an_empty_500()
    {
        await using var app = await TestApp.StartAsync(typeof(Values));

        var response = await app.Client.GetAsync("api/optional/three");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_body_is_bound_from_json_in_web_casing()
    {
        await using var app = await TestApp.StartAsync(typeof(Values));

        var response = await app.Client.PostAsJsonAsync("api/body", new { word = "hello", count = 3 });

        Assert.Equal("hello 3", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("{\"word\": ")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task A_body_that_is_malformed_or_missing_ends_as_an_empty_500(string body)
    {
        await using var app = await TestApp.StartAsync(typeof(Values));

        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var response = await app.Client.PostAsync("api/body", content);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData(typeof(Unfilled), "nothing in 'api/unfilled/{there}' fills the parameter 'missing'")]
    [InlineData(typeof(WrongTrigger), "must be an HttpRequest")]
    public void A_parameter_that_nothing_fills_is_an_error_at_start(Type functions, string text)
    {
        using var folder = new TestFolder();
        var builder = TestApp.Builder(folder, [functions]);
        builder.ConfigureFunctionsWebApplication();

        Assert.Contains(text, Assert.Throws<InvalidOperationException>(builder.Build).Message, StringComparison.Ordinal);
    }

    internal sealed record Greeting(string Word, int Count);

    internal static class Values
    {
        [Function("Typed")]
        public static IResult Typed(
            bool yes, Guid id, [HttpTrigger("get", Route = "typed/{number}/{big}/{yes}/{day}/{id}")] HttpRequest request, DayOfWeek day, long big, int number) =>
            Results.Text($"{number} {big} {yes} {day.ToString().ToLowerInvariant()} {id}", statusCode: request.Method == "GET" ? 200 : 400);

        [Function("Optional")]
        public static IResult Optional([HttpTrigger("get", Route = "optional/{page?}/{limit?}")] HttpRequest request, int? page, int limit = 50) =>
            Results.Text($"{page?.ToString() ?? "-"} {limit}", statusCode: request.Method == "GET" ? 200 : 400);

        [Function("Body")]
        public static IResult Body([HttpTrigger("post")] HttpRequest request, [FromBody] Greeting greeting) =>
            Results.Text($"{greeting.Word} {greeting.Count}", statusCode: request.Method == "POST" ? 200 : 400);
    }

    internal static class Unfilled
    {
        [Function("Unfilled")]
        public static IResult Run([HttpTrigger("get", Route = "unfilled/{there}")] HttpRequest request, string there, string missing) =>
            Results.Text(there + missing + request.Method);
    }

    internal static class WrongTrigger
    {
        [Function("Wrong")]
        public static IResult Run([HttpTrigger("get")] string request) => Results.Text(request);
    }
}
