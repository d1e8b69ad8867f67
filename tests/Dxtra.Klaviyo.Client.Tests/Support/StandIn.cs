using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dxtra.Klaviyo.Client.Tests;

/// <summary>A server on a free loopback port that gives the answers it was told, in order, and remembers what it was asked.</summary>
internal sealed class StandIn : IAsyncDisposable
{
    private readonly ConcurrentQueue<RequestDelegate> _answers = new();
    private readonly ConcurrentQueue<ReceivedRequest> _received = new();
    private readonly WebApplication _app;

    private StandIn()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Uri Address => new(_app.Urls.Single());

    public IReadOnlyList<ReceivedRequest> Received => [.. _received];

    public static async Task<StandIn> StartAsync(params IEnumerable<RequestDelegate> answers)
    {
        var server = new StandIn();
        server.Then([.. answers]);
        await server._app.StartAsync();
        return server;
    }

    public StandIn Then(params RequestDelegate[] answers)
    {
        foreach (var answer in answers)
            _answers.Enqueue(answer);
        return this;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        _received.Enqueue(await ReceivedRequest.ReadAsync(context.Request));
        var answer = _answers.TryDequeue(out var told) ? told : Answer.Status(StatusCodes.Status418ImATeapot);
        await answer(context);
    }
}
