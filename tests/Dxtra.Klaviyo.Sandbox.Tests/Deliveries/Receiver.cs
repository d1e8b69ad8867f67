using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Sandbox.Tests.Deliveries;

/// <summary>An endpoint on a free port that keeps what it is sent.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Letter> _letters = new();

    private Receiver(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    /// <summary>What the n-th call, from 1, is answered with.</summary>
    public Func<int, int> Answer { get; set; } = _ => 202;

    /// <summary>What it waits before each answer.</summary>
    public TimeSpan Delay { get; set; }

    public IReadOnlyList<Letter> Letters => [.. _letters];

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver._app.Run(receiver.ReceiveAsync);
        await receiver._app.StartAsync();
        var server = receiver._app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>();
        receiver.Address = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/hook");
        return receiver;
    }

    /// <summary>Waits until so many calls have come.</summary>
    public async Task<IReadOnlyList<Letter>> WaitAsync(int count)
    {
        await Until.TrueAsync(() => Task.FromResult(_letters.Count >= count));
        return Letters;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        _letters.Enqueue(new Letter(body.ToArray(), headers));
        var number = _letters.Count;
        await Task.Delay(Delay);
        context.Response.StatusCode = Answer(number);
    }

    internal sealed record Letter(byte[] Body, IReadOnlyDictionary<string, string> Headers)
    {
        public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

        public IReadOnlyList<string> EventIds => [.. Json["data"]!.AsArray().Select(item => (string)item!["external_id"]!)];
    }
}
