namespace Dxtra.Klaviyo.Client;

/// <summary>The <c>Retry-After</c> header: seconds or a date.</summary>
internal static class RetryAfter
{
    /// <summary>The wait asked for, never negative; null without a header that can be read.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, DateTimeOffset now)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? header?.Date - now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
