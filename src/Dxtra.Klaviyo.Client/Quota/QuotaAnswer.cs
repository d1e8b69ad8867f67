using System.Net;

namespace Dxtra.Klaviyo.Client;

/// <summary>What an answer of Klaviyo's says of the limits.</summary>
internal readonly record struct QuotaAnswer(bool Throttled, TimeSpan? RetryAfter, IReadOnlyList<RateLimit> Limits, int? Remaining)
{
    public static QuotaAnswer Of(HttpResponseMessage response, DateTimeOffset now) => new(
        response.StatusCode == HttpStatusCode.TooManyRequests, Client.RetryAfter.Of(response, now), RateHeaders.Limits(response), RateHeaders.Remaining(response));
}
