using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Client;

/// <summary>Sends one request once and reads its answer: the only place that touches HTTP, and where every header is set.</summary>
internal sealed partial class KlaviyoExchange(
    IHttpClientFactory httpClients, IOptions<KlaviyoOptions> options, TimeProvider time, ILogger<KlaviyoExchange> logger)
{
    public const string HttpClientName = "Klaviyo";

    private const string MediaType = "application/vnd.api+json";
    private const string KeyScheme = "Klaviyo-API-Key";

    /// <summary>Without it Klaviyo answers a retired revision with another one, in another shape.</summary>
    private const string FallForwardOptOut = "X-Klaviyo-Revision-Fall-Forward-Opt-Out";

    private readonly KlaviyoOptions _options = options.Value;

    public Uri BaseAddress { get; } = KlaviyoAddress.Base(options.Value.BaseAddress);

    /// <summary>The document answered; null for an answer without one.</summary>
    /// <exception cref="KlaviyoException">Klaviyo did not do it, or could not be asked.</exception>
    public async Task<KlaviyoBody?> SendAsync(KlaviyoRequest request, KlaviyoKey key, QuotaPass pass, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(_options.AttemptTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await SendOnceAsync(request, key, pass, either.Token);
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw request.Unavailable(KlaviyoUnavailableReason.TimedOut, fault);
        }
        catch (HttpRequestException fault)
        {
            throw request.Unavailable(Reason(fault), fault);
        }
        catch (IOException fault)
        {
            throw request.Unavailable(KlaviyoUnavailableReason.ConnectionLost, fault);
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException)
        {
            // Not kept as the cause: its text may quote the body.
            throw request.Unavailable(KlaviyoUnavailableReason.UnreadableBody);
        }
    }

    private async Task<KlaviyoBody?> SendOnceAsync(KlaviyoRequest request, KlaviyoKey key, QuotaPass pass, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        using var message = Message(request, key);
        using var http = httpClients.CreateClient(HttpClientName);
        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        pass.Answered(response);
        Log.Answered(logger, request.Operation, (int)response.StatusCode, time.GetElapsedTime(started).TotalMilliseconds);

        if (!response.IsSuccessStatusCode)
        {
            var error = await KlaviyoError.ReadAsync(response.Content, cancellationToken);
            throw KlaviyoErrorMap.Map(request.Operation, response, error, time.GetUtcNow());
        }

        if (!request.ExpectsDocument)
            return null;

        return await ResponseBody.ReadAsync(response.Content, _options.MaxResponseBytes, cancellationToken)
            ?? throw request.Unavailable(KlaviyoUnavailableReason.BodyTooLarge);
    }

    private HttpRequestMessage Message(KlaviyoRequest request, KlaviyoKey key)
    {
        var message = new HttpRequestMessage(request.Method, new Uri(BaseAddress, request.Address));
        message.Headers.Authorization = new AuthenticationHeaderValue(KeyScheme, key.Reveal());
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaType));
        message.Headers.Add("revision", _options.Revision);
        message.Headers.Add(FallForwardOptOut, "1");
        if (request.Body is { } body)
            message.Content = new StringContent(body.ToJsonString(), new MediaTypeHeaderValue(MediaType));
        return message;
    }

    private static KlaviyoUnavailableReason Reason(HttpRequestException fault) => fault.HttpRequestError switch
    {
        HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError => KlaviyoUnavailableReason.NotConnected,
        _ => KlaviyoUnavailableReason.ConnectionLost,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Klaviyo answered {Operation} with {Status} after {ElapsedMs:F0} ms")]
        public static partial void Answered(ILogger logger, string operation, int status, double elapsedMs);
    }
}
