using System.Net;
using Dxtra.Functions.Embedded.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Functions.Embedded.Tests.Http;

public sealed class ResultTests
{
    private const string Away = "https://storage.example.com/a%20b?sig=x%2By&se=2026-01-01T00%3A00%3A00Z";

    [Theory]
    [InlineData("mvc", HttpStatusCode.Accepted, """{"someName":1}""")]
    [InlineData("minimal", HttpStatusCode.Conflict, """{"someName":2}""")]
    [InlineData("mvcstatus", HttpStatusCode.NoContent, "")]
    [InlineData("byhand", HttpStatusCode.Created, "by hand")]
    [InlineData("nothing", HttpStatusCode.OK, "")]
    [InlineData("null", HttpStatusCode.OK, "")]
    [InlineData("text", HttpStatusCode.OK, "")]
    public async Task Results_are_written_and_other_values_leave_the_answer_empty(string function, HttpStatusCode status, string body)
    {
        await using var app = await TestApp.StartAsync(typeof(Answers));

        var response = await app.Client.GetAsync($"api/{function}");

        Assert.Equal((status, body), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("mvcredirect")]
    [InlineData("minimalredirect")]
    public async Task A_redirect_keeps_its_location_untouched(string function)
    {
        await using var app = await TestApp.StartAsync(typeof(Answers));
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = app.Client.BaseAddress };

        var response = await client.GetAsync($"api/{function}");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(Away, response.Headers.GetValues("Location").Single());
    }

    [Fact]
    public async Task A_value_that_is_no_result_is_warned_about()
    {
        await using var app = await TestApp.StartAsync(typeof(Answers));

        await app.Client.GetAsync("api/text");

        Assert.Contains(app.Logs.Lines, line =>
            line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("Function Text returned a System.String", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("broken")]
    [InlineData("brokenresult")]
    public async Task An_exception_that_leaves_a_function_is_a_500_without_a_body(string function)
    {
        await using var app = await TestApp.StartAsync(typeof(Answers));

        var response = await app.Client.GetAsync($"api/{function}");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.False(response.Headers.Contains("X-Begun"));
    }

    [Fact]
    public async Task The_text_of_an_exception_is_logged_at_debug_alone()
    {
        await using var app = await TestApp.StartAsync(typeof(Answers));

        await app.Client.GetAsync("api/broken");

        Assert.Contains(app.Logs.Lines, line =>
            line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("Function Broken failed with System.TimeZoneNotFoundException", StringComparison.Ordinal));
        Assert.All(app.Logs.Lines.Where(line => line.Contains("ada@example.com", StringComparison.Ordinal)), line =>
            Assert.StartsWith("Debug", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_exception_after_the_answer_has_begun_breaks_the_connection()
    {
        await using var app = await TestApp.StartAsync(typeof(Answers));

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => app.Client.GetStringAsync("api/broken-off"));
    }

    internal static class Answers
    {
        [Function("Mvc")]
        public static async Task<IActionResult> Mvc([HttpTrigger("get")] HttpRequest request)
        {
            await Task.Yield();
            return new AcceptedResult(request.Path, new { SomeName = 1 });
        }

        [Function("Minimal")]
        public static ValueTask<IResult> Minimal([HttpTrigger("get")] HttpRequest request) =>
            ValueTask.FromResult(Results.Json(new { SomeName = 2 }, statusCode: request.Method == "GET" ? 409 : 400));

        [Function("MvcStatus")]
        public static IActionResult MvcStatus([HttpTrigger("get")] HttpRequest request) =>
            new StatusCodeResult(request.Method == "GET" ? 204 : 400);

        [Function("ByHand")]
        public static async Task ByHand([HttpTrigger("get")] HttpRequest request)
        {
            request.HttpContext.Response.StatusCode = StatusCodes.Status201Created;
            await request.HttpContext.Response.WriteAsync("by hand");
        }

        [Function("Nothing")]
        public static void Nothing([HttpTrigger("get")] HttpRequest request) => Assert.NotNull(request);

        [Function("Null")]
        public static IActionResult? Null([HttpTrigger("get")] HttpRequest request) => request.Method == "GET" ? null : new OkResult();

        [Function("Text")]
        public static string Text([HttpTrigger("get")] HttpRequest request) => request.Method;

        [Function("MvcRedirect")]
        public static IActionResult MvcRedirect([HttpTrigger("get")] HttpRequest request) => new RedirectResult(Away, request.Method != "GET");

        [Function("MinimalRedirect")]
        public static IResult MinimalRedirect([HttpTrigger("get")] HttpRequest request) => Results.Redirect(Away, request.Method != "GET");

        [Function("Broken")]
        public static IActionResult Broken([HttpTrigger("get")] HttpRequest request)
        {
            request.HttpContext.Response.Headers["X-Begun"] = "yes";
            throw new TimeZoneNotFoundException("ada@example.com");
        }

        [Function("BrokenResult")]
        public static IActionResult BrokenResult([HttpTrigger("get")] HttpRequest request) =>
            new JsonResult(new Func<string>(() => request.Method));

        [Function("BrokenOff")]
        public static async Task BrokenOff([HttpTrigger("get", Route = "broken-off")] HttpRequest request)
        {
            await request.HttpContext.Response.WriteAsync("half");
            await request.HttpContext.Response.Body.FlushAsync();
            throw new TimeZoneNotFoundException();
        }
    }
}
