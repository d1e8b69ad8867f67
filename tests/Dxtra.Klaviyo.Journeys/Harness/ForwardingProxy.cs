using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Dxtra.Klaviyo.Journeys.Harness;

/// <summary>
/// Stands between the app and a server: passes every call on as it is, remembers it, and holds one when a test wants it. The
/// server sees the proxy's own address in the Host header, so that the links in its answers lead through the proxy again.
/// </summary>
internal sealed class ForwardingProxy : IAsyncDisposable
{
    private static readonly string[] NotPassedOn = ["Connection", "Transfer-Encoding", "Keep-Alive"];

    private readonly HttpMessageInvoker _forward =
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    private readonly ConcurrentQueue<RecordedCall> _calls = new();
    private readonly Uri _target;
    private readonly WebApplication _app;
    private volatile CallHold? _hold;

    private ForwardingProxy(Uri target)
    {
        _target = target;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        _app = builder.Build();
        _app.Run(ForwardAsync);
    }

    public Uri Address => new(_app.Urls.Single());

    public IReadOnlyList<RecordedCall> Calls => [.. _calls];

    /// <summary>Changes the text of every answer on its way back, as a server of another version would; null changes nothing.</summary>
    public Func<string, string>? Rewrite { get; set; }

    /// <summary>Leads calls elsewhere: gives the path and query to ask instead; null leads none.</summary>
    public Func<RecordedCall, string>? Redirect { get; set; }

    /// <summary>True: every call ends in a broken connection, as when the server has stopped.</summary>
    public bool Refuses { get; set; }

    public static async Task<ForwardingProxy> StartAsync(Uri target)
    {
        var proxy = new ForwardingProxy(target);
        await proxy._app.StartAsync();
        return proxy;
    }

    /// <summary>Holds the first of the coming calls that fits.</summary>
    public CallHold HoldNext(Func<RecordedCall, bool> which, bool afterAnswer = false) => _hold = new CallHold(which, afterAnswer);

    /// <summary>Holds nothing any more that has not come yet.</summary>
    public void HoldNothing() => _hold = null;

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _forward.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        if (Refuses)
        {
            context.Abort();
            return;
        }

        var call = await ReadAsync(context.Request);
        _calls.Enqueue(call);
        var hold = _hold?.Takes(call) == true ? _hold : null;
        try
        {
            if (hold is { AfterAnswer: false })
                await hold.HoldAsync(context.RequestAborted);

            using var request = RequestOf(call with { Target = Redirect?.Invoke(call) ?? call.Target });
            using var answer = await _forward.SendAsync(request, context.RequestAborted);
            if (hold is { AfterAnswer: true })
                await hold.HoldAsync(context.RequestAborted);

            await PassBackAsync(answer, context.Response);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller is gone, as when it is killed: nobody waits for the answer.
        }
    }

    private static async Task<RecordedCall> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var headers = request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new RecordedCall(request.Method, target, headers, body.ToArray());
    }

    private HttpRequestMessage RequestOf(RecordedCall call)
    {
        var address = new Uri($"{_target.GetLeftPart(UriPartial.Authority)}{call.Target}");
        var request = new HttpRequestMessage(new HttpMethod(call.Method), address)
        {
            Version = HttpVersion.Version11,
            Content = call.Body.Length > 0 || call.Headers.ContainsKey("Content-Length") ? new ByteArrayContent(call.Body) : null,
        };
        foreach (var (name, value) in call.Headers.Where(header => IsPassedOn(header.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private static bool IsPassedOn(string header) => !NotPassedOn.Contains(header, StringComparer.OrdinalIgnoreCase);

    private async Task PassBackAsync(HttpResponseMessage answer, HttpResponse response)
    {
        response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => IsPassedOn(header.Key)))
            response.Headers[name] = values.ToArray();

        if (Rewrite is null)
        {
            await answer.Content.CopyToAsync(response.Body);
            return;
        }

        response.ContentLength = null;
        await response.WriteAsync(Rewrite(await answer.Content.ReadAsStringAsync()));
    }
}
