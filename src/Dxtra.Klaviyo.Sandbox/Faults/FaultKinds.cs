using System.Globalization;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Pipeline;
using Dxtra.Klaviyo.Sandbox.Resources.Privacy;

namespace Dxtra.Klaviyo.Sandbox.Faults;

/// <summary>The faults there are, by name.</summary>
internal sealed class FaultKinds(TimeProvider time)
{
    private const int SlowPieces = 8;

    private static readonly string?[] Ignorable =
    [
        Deletion, "add_profiles_to_list", "remove_profiles_from_list", "merge_profiles", "bulk_subscribe_profiles", "bulk_unsubscribe_profiles",
        "bulk_suppress_profiles", "bulk_unsuppress_profiles",
    ];

    public const string Unauthorized = "unauthorized";

    /// <summary>The call is answered as ever, and nothing happens.</summary>
    public const string Ignored = "ignored";

    /// <summary>A deletion is answered with 404 although the profile is there.</summary>
    public const string Denied = "denied";

    /// <summary>A deletion takes effect, and the person comes back.</summary>
    public const string Returned = "returned";

    private const string Deletion = "request_profile_deletion";

    public static IReadOnlyList<string> All { get; } =
        ["latency", "throttle", "status", "html", Unauthorized, "reset", "cutBody", "slowBody", "truncatedJson", Ignored, Denied, Returned];

    /// <param name="rule">The rule.</param>
    /// <param name="operation">The operation called.</param>
    public Fault Make(FaultRule rule, string operation) => rule.Kind switch
    {
        // During the incident, who was not there was 404 as ever: the operation has to look first.
        Unauthorized when operation == Deletion => new Fault(rule.Kind) { Lie = rule },
        Ignored or Denied or Returned => new Fault(rule.Kind) { Lie = rule },
        "latency" => new Fault(rule.Kind) { Delay = TimeSpan.FromMilliseconds(rule.Milliseconds) },
        "throttle" => Answering(rule, ServerErrors.Throttled(rule.RetryAfter ?? 1), rule.RetryAfter ?? 1),
        "status" => Answering(rule, ServerErrors.Unavailable(rule.Status), rule.RetryAfter),
        "html" => new Fault(rule.Kind) { Answer = ChallengeAsync },
        Unauthorized => Answering(rule, AccessErrors.Incident, retryAfter: null),
        "reset" => new Fault(rule.Kind) { Answer = ResetAsync },
        "cutBody" => new Fault(rule.Kind) { Delivery = (response, body) => CutAsync(response, body, rule) },
        "slowBody" => new Fault(rule.Kind) { Delivery = (response, body) => TrickleAsync(response, body, rule) },
        "truncatedJson" => new Fault(rule.Kind) { Delivery = (response, body) => ApiResponseWriter.WholeAsync(response, Part(body, rule)) },
        _ => throw new ArgumentException($"There is no fault of kind '{rule.Kind}'.", nameof(rule)),
    };

    /// <summary>Whether an operation can do what a kind wants of it.</summary>
    public static bool Fits(FaultRule rule) => rule.Kind switch
    {
        Ignored => Ignorable.Contains(rule.Operation),
        Denied => rule.Operation == Deletion,
        Returned => rule.Operation == Deletion && Comeback.Ways.Contains(rule.By),
        _ => true,
    };

    private static Fault Answering(FaultRule rule, ApiError error, int? retryAfter) => new(rule.Kind)
    {
        Answer = context =>
        {
            if (retryAfter is { } seconds)
                context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return ApiResponseWriter.WriteAsync(context.Response, error.Status, error.ToDocument(), ApiResponseWriter.WholeAsync);
        },
    };

    /// <summary>The challenge that stands in front of the real API for some callers from cloud networks: a 403 that is no JSON.</summary>
    private static Task ChallengeAsync(HttpContext context)
    {
        context.Response.StatusCode = 403;
        context.Response.ContentType = "text/html; charset=UTF-8";
        context.Response.Headers["cf-mitigated"] = "challenge";
        return context.Response.WriteAsync(
            "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Checking your browser.</body></html>",
            context.RequestAborted);
    }

    private static Task ResetAsync(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static ReadOnlyMemory<byte> Part(ReadOnlyMemory<byte> body, FaultRule rule) =>
        body[..Math.Min(body.Length, rule.Bytes ?? (body.Length / 2))];

    /// <summary>Promises the whole body, sends a part of it and drops the connection.</summary>
    private static async Task CutAsync(HttpResponse response, ReadOnlyMemory<byte> body, FaultRule rule)
    {
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(Part(body, rule), response.HttpContext.RequestAborted);
        await response.Body.FlushAsync(response.HttpContext.RequestAborted);
        response.HttpContext.Abort();
    }

    private async Task TrickleAsync(HttpResponse response, ReadOnlyMemory<byte> body, FaultRule rule)
    {
        response.ContentLength = body.Length;
        var size = Math.Max(1, (body.Length + SlowPieces - 1) / SlowPieces);
        for (var start = 0; start < body.Length; start += size)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(rule.Milliseconds), time, response.HttpContext.RequestAborted);
            await response.Body.WriteAsync(body.Slice(start, Math.Min(size, body.Length - start)), response.HttpContext.RequestAborted);
            await response.Body.FlushAsync(response.HttpContext.RequestAborted);
        }
    }
}
