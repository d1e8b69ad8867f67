using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>A Klaviyo on a free loopback port: answers each path as told, a collection that nobody spoke of with an empty page.</summary>
internal sealed class FakeKlaviyo : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Func<HttpRequest, IResult>> _answers = new();
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly WebApplication _app;
    private readonly Lazy<ServiceProvider> _clients;

    private FakeKlaviyo()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
        _app.Start();
        _clients = new(() => new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log))
            .AddSingleton(GovernedBy ?? TimeProvider.System)
            .AddKlaviyoClient()
            .Configure<GovernorOptions>(options => options.Enabled = GovernedBy is not null)
            .Configure<KlaviyoOptions>(options => (options.BaseAddress, options.MaxRetries) = (Address, 0))
            .BuildServiceProvider());
    }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>The clock by which its clients keep to Klaviyo's limits; set before the first of them is made. Null: they do not.</summary>
    public TimeProvider? GovernedBy { get; set; }

    public LogCapture Log { get; } = new();

    /// <summary>Path and query of every call.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    public IKlaviyoClientFactory Clients => _clients.Value.GetRequiredService<IKlaviyoClientFactory>();

    public KlaviyoClient Client => Clients.Create(Some.Key());

    public static FakeKlaviyo Start() => new();

    /// <summary>A file under <c>Examples/klaviyo</c> answers the path, such as <c>/api/accounts</c>.</summary>
    public FakeKlaviyo Answers(string path, string example, int status = StatusCodes.Status200OK) =>
        AnswersText(path, Examples.Read($"klaviyo/{example}"), status);

    public FakeKlaviyo AnswersText(string path, string text, int status = StatusCodes.Status200OK, string contentType = "application/vnd.api+json") =>
        Answers(path, _ => Results.Text(text, contentType, statusCode: status));

    public FakeKlaviyo Answers(string path, Func<HttpRequest, IResult> answer)
    {
        _answers[path] = answer;
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        if (_clients.IsValueCreated)
            await _clients.Value.DisposeAsync();
        await _app.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext context)
    {
        _asked.Enqueue(context.Request.Path + context.Request.QueryString);
        var answer = _answers.GetValueOrDefault(context.Request.Path, static _ => Results.Text("""{"data":[],"links":{"next":null}}""", "application/vnd.api+json"));
        return answer(context.Request).ExecuteAsync(context);
    }
}
