using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Local.Tests;

/// <summary>A real HTTP server on a free port that answers as a test wants and remembers what it was asked.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _authorizations = new();

    private LoopbackServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>The Authorization header of each request, empty where there was none.</summary>
    public IReadOnlyCollection<string> Authorizations => _authorizations;

    public static async Task<LoopbackServer> StartAsync(Func<HttpContext, Task> answer)
    {
        var app = WebApplication.CreateEmptyBuilder(new()).UseLoopback().Build();
        var server = new LoopbackServer(app);
        app.Run(context =>
        {
            server._authorizations.Enqueue(context.Request.Headers.Authorization.ToString());
            return answer(context);
        });
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
