using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Faults;
using Dxtra.Klaviyo.Sandbox.Happenings;
using Dxtra.Klaviyo.Sandbox.RateLimits;
using Dxtra.Klaviyo.Sandbox.Specification;

namespace Dxtra.Klaviyo.Sandbox.Pipeline;

/// <summary>
/// What every call goes through: faults, key, limits, revision, scopes, reading, the operation itself. The order shows outside: a bad key
/// costs no quota and gets no RateLimit headers, every later failure costs and gets them.
/// </summary>
internal sealed class ApiPipeline(
    AccountData data,
    ChangeJournal changes,
    KeyRing keys,
    RateLimiter limiter,
    ApiRequestReader reader,
    FaultPlan faults,
    HappeningPlan happenings,
    RequestLog log,
    SandboxSettings settings,
    TimeProvider time)
{
    public async Task HandleAsync(HttpContext context, Operation operation, Func<ApiCall, ApiResult> handler)
    {
        var started = time.GetTimestamp();
        var status = StatusCodes.Status500InternalServerError;
        var fault = faults.Next(operation.Id);
        try
        {
            await Task.Delay(settings.Latency.Next() + (fault?.Delay ?? TimeSpan.Zero), time, context.RequestAborted);
            if (fault?.Answer is { } answer)
                await answer(context);
            else
                await AnswerAsync(context, operation, handler, fault);
            status = context.Response.StatusCode;
        }
        finally
        {
            log.Add(operation.Id, status, time.GetElapsedTime(started), fault?.Kind);
        }
    }

    private async Task AnswerAsync(HttpContext context, Operation operation, Func<ApiCall, ApiResult> handler, Fault? fault)
    {
        var (status, document) = await TryAsync(context, operation, handler, fault?.Lie);
        await ApiResponseWriter.WriteAsync(context.Response, status, document, fault?.Delivery ?? ApiResponseWriter.WholeAsync);
    }

    private async Task<ApiResult> TryAsync(HttpContext context, Operation operation, Func<ApiCall, ApiResult> handler, FaultRule? lie)
    {
        try
        {
            var key = keys.Authenticate(context.Request.Headers);
            TakeQuota(context, operation);
            if (RevisionPolicy.Check(context.Request.Headers) is { } refused)
                throw new ApiErrorException(refused);
            keys.Authorize(key, operation);
            var call = (await reader.ReadAsync(context, operation)) with { Lie = lie };
            lock (data.Gate)
            {
                happenings.Advance(operation.Id);
                return changes.As(operation.Id, () => handler(call));
            }
        }
        catch (ApiErrorException exception)
        {
            return new ApiResult(exception.Error.Status, exception.Error.ToDocument());
        }
    }

    private void TakeQuota(HttpContext context, Operation operation)
    {
        var query = context.Request.Query;
        var surcharges = operation.Surcharges.Where(s => query[s.Parameter].ToString().Split(',').Contains(s.Value));
        var decision = limiter.Take(operation, surcharges);
        foreach (var (name, value) in decision.Headers)
            context.Response.Headers[name] = value;
        if (decision.RetryAfterSeconds is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            throw new ApiErrorException(ServerErrors.Throttled(seconds));
        }
    }
}
