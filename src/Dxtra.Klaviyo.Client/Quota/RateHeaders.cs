using System.Globalization;

namespace Dxtra.Klaviyo.Client;

/// <summary>
/// Klaviyo's three headers. <c>ratelimit-limit: 75, 75;w=1, 750;w=60</c> lists the operation's own limits (those of parameters do not
/// show); <c>ratelimit-remaining</c> tells of the second alone. A 429 has none of them.
/// </summary>
internal static class RateHeaders
{
    private static readonly RateLimit[] TierL = [new(75, TimeSpan.FromSeconds(1)), new(750, TimeSpan.FromMinutes(1))];

    public static IReadOnlyList<RateLimit> Limits(HttpResponseMessage response)
    {
        var limits = new List<RateLimit>();
        foreach (var item in Values(response, "ratelimit-limit").SelectMany(value => value.Split(',')))
        {
            if (item.Split(";w=") is [var calls, var seconds] && Number(calls) is { } count && Number(seconds) is > 0 and { } length)
                limits.Add(new(count, TimeSpan.FromSeconds(length)));
        }

        return limits;
    }

    public static int? Remaining(HttpResponseMessage response) => Values(response, "ratelimit-remaining").Select(Number).FirstOrDefault();

    /// <summary>The tier that documents have lower than it is.</summary>
    public static bool IsTierL(IReadOnlyList<RateLimit> limits) => limits.SequenceEqual(TierL);

    private static IEnumerable<string> Values(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values : [];

    private static int? Number(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
