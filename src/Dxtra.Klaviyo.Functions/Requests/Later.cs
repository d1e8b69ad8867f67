using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Runs what an activity does; when Klaviyo's limits, or our share of them, do not let it finish now, says when to come again.</summary>
internal static class Later
{
    /// <summary>Klaviyo's own word can be 0, and a turn can be missed by a little.</summary>
    private static readonly TimeSpan Floor = TimeSpan.FromSeconds(5);

    public static async Task<OrLater<T>> OrAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return new(await read(), null);
        }
        catch (KlaviyoThrottledException throttled)
        {
            var wait = throttled.RetryAfter > Floor ? throttled.RetryAfter.Value : Floor;
            return new(default, (int)Math.Ceiling(wait.TotalSeconds));
        }
    }
}
