using System.Net;
using Dxtra.Functions.Embedded.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dxtra.Functions.Embedded.Tests.Middleware;

public sealed class MiddlewareTests
{
    private readonly List<string> _trail = [];

    [Fact]
    public async Task The_first_one_added_is_the_outermost()
    {
        await using var app = await StartAsync(builder => builder
            .UseMiddleware((_, next) => Around("outer", next))
            .UseMiddleware<Marking>()
            .UseWhen(_ => false, (_, next) => Around("never", next))
            .UseWhen(context => context.FunctionDefinition.Name == "Hello", (_, next) => Around("when", next)));

        await app.Client.GetStringAsync("api/hello/1");

        Assert.Equal(["outer", "Marking", "when", "Hello", "/when", "/Marking", "/outer"], _trail);
    }

    [Fact]
    public async Task A_class_can_be_used_for_some_functions_alone()
    {
        await using var app = await StartAsync(builder => builder.UseWhen<Marking>(context => context.GetHttpContext()!.Request.Query.ContainsKey("mark")));

        await app.Client.GetStringAsync("api/hello/1");
        await app.Client.GetStringAsync("api/hello/1?mark");

        Assert.Equal(["Hello", "Marking", "Hello", "/Marking"], _trail);
    }

    [Fact]
    public async Task It_can_answer_early_by_not_calling_next()
    {
        await using var app = await StartAsync(builder => builder.UseMiddleware(async (context, _) =>
        {
            var response = context.GetHttpContext()!.Response;
            response.StatusCode = StatusCodes.Status401Unauthorized;
            await response.WriteAsync("who are you?");
        }));

        var response = await app.Client.GetAsync("api/hello/1");

        Assert.Equal((HttpStatusCode.Unauthorized, "who are you?"), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Empty(_trail);
    }

    [Fact]
    public async Task It_can_turn_an_exception_into_an_answer()
    {
        await using var app = await StartAsync(builder => builder.UseMiddleware(async (context, next) =>
        {
            try
            {
                await next();
            }
            catch (TimeZoneNotFoundException)
            {
                await Results.Problem(title: "Lost", statusCode: 503).ExecuteAsync(context.GetHttpContext()!);
            }
        }));

        var response = await app.Client.GetAsync("api/broken");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task An_exception_of_its_own_is_an_empty_500()
    {
        await using var app = await StartAsync(builder => builder.UseMiddleware((_, _) => throw new TimeZoneNotFoundException()));

        var response = await app.Client.GetAsync("api/hello/1");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task It_sees_route_values_and_hands_items_to_the_function()
    {
        await using var app = await StartAsync(builder => builder.UseMiddleware((context, next) =>
        {
            var http = context.GetHttpContext()!;
            Assert.Equal("1", http.Request.RouteValues["id"]);
            Assert.Equal("1", http.GetRouteValue("id"));
            Assert.Same(context.InstanceServices, http.RequestServices);
            context.Items["who"] = "ada";
            return next();
        }));

        Assert.Equal("hello ada", await app.Client.GetStringAsync("api/hello/1"));
    }

    [Fact]
    public async Task The_result_is_written_after_all_of_them()
    {
        var started = true;
        await using var app = await StartAsync(builder => builder.UseMiddleware(async (context, next) =>
        {
            await next();
            started = context.GetHttpContext()!.Response.HasStarted;
            context.GetHttpContext()!.Response.Headers["X-Late"] = "in time";
        }));

        var response = await app.Client.GetAsync("api/hello/1");

        Assert.False(started);
        Assert.Equal("in time", response.Headers.GetValues("X-Late").Single());
    }

    [Fact]
    public async Task Added_before_the_web_application_it_sees_no_http_context()
    {
        var seen = new List<HttpContext?>();
        using var folder = new TestFolder();
        var builder = TestApp.Builder(folder, [typeof(Functions)]);
        builder.Services.AddSingleton(_trail);
        builder.UseMiddleware((context, next) =>
        {
            seen.Add(context.GetHttpContext());
            return next();
        });
        builder.ConfigureFunctionsWebApplication();
        using var host = builder.Build();
        await host.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(((Microsoft.AspNetCore.Builder.WebApplication)host).Urls.Single()) };

        await client.GetStringAsync("api/hello/1");
        await host.StopAsync();

        Assert.Equal([null], seen);
    }

    private Task<TestApp> StartAsync(Action<FunctionsApplicationBuilder> configure) => TestApp.StartAsync(typeof(Functions), builder =>
    {
        builder.Services.AddSingleton(_trail);
        configure(builder);
    });

    private async Task Around(string name, Func<Task> next)
    {
        _trail.Add(name);
        await next();
        _trail.Add($"/{name}");
    }

    internal sealed class Marking(List<string> trail) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            trail.Add(nameof(Marking));
            await next(context);
            trail.Add($"/{nameof(Marking)}");
        }
    }

    internal sealed class Functions(List<string> trail)
    {
        [Function("Hello")]
        public IResult Hello([HttpTrigger("get", Route = "hello/{id}")] HttpRequest request, string id, FunctionContext context)
        {
            Assert.Same(request.HttpContext, context.GetHttpContext());
            trail.Add("Hello");
            return Results.Text($"hello {(context.Items.TryGetValue("who", out var who) ? who : id)}");
        }

        [Function("Broken")]
        public static IResult Broken([HttpTrigger("get")] HttpRequest request) => throw new TimeZoneNotFoundException(request.Method);
    }
}
