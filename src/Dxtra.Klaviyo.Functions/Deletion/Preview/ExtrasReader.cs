using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Reads <see cref="ShownExtras"/> of all profiles of a preview, with as few calls as it takes.</summary>
internal static class ExtrasReader
{
    public static async Task<IReadOnlyList<ShownExtras>> ReadAsync(
        KlaviyoClient klaviyo, IReadOnlyList<string> profileIds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var events = new List<EventsSeen?>();
        foreach (var id in profileIds)
            events.Add(await EventsSeen.ReadAsync(klaviyo, id, now, cancellationToken));
        var named = events.OfType<EventsSeen>().SelectMany(seen => seen.Flows.Keys).Distinct().ToList();
        var live = await LiveFlowsAsync(klaviyo, named, cancellationToken);
        var coupons = await CouponCodesAsync(klaviyo, profileIds, cancellationToken);
        return [.. profileIds.Zip(events, (id, seen) => new ShownExtras(seen, FlowsOf(seen, live), coupons?.GetValueOrDefault(id)))];
    }

    /// <summary>Null names when the key may not see flows.</summary>
    private static async Task<IReadOnlyDictionary<string, string?>> LiveFlowsAsync(
        KlaviyoClient klaviyo, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var live = new Dictionary<string, string?>();
        try
        {
            foreach (var filter in FilterText.Cut(ids).Select(some => KlaviyoFilter.Any("id", some)))
                await foreach (var flow in klaviyo.Flows.ListAsync(filter: filter, cancellationToken: cancellationToken).ItemsAsync(cancellationToken))
                    if (flow.Attributes.Status == "live")
                        live[flow.Id] = flow.Attributes.Name;
            return live;
        }
        catch (KlaviyoPermissionException)
        {
            return ids.ToDictionary(id => id, _ => (string?)null);
        }
    }

    private static async Task<IReadOnlyDictionary<string, int>?> CouponCodesAsync(
        KlaviyoClient klaviyo, IReadOnlyList<string> profileIds, CancellationToken cancellationToken)
    {
        try
        {
            return await klaviyo.CouponCodes.SearchAsync(profileIds, cancellationToken).ItemsAsync(cancellationToken)
                .CountBy(code => code.RelatedId("profile") ?? "")
                .ToDictionaryAsync(pair => pair.Key, pair => pair.Value, cancellationToken: cancellationToken);
        }
        catch (Exception refused) when (refused is KlaviyoPermissionException or KlaviyoNotFoundException)
        {
            return null;
        }
    }

    private static List<ActiveFlow> FlowsOf(EventsSeen? seen, IReadOnlyDictionary<string, string?> live) =>
    [
        .. from flow in seen?.Flows ?? new Dictionary<string, DateTimeOffset>()
           where live.ContainsKey(flow.Key)
           orderby flow.Value descending, flow.Key
           select new ActiveFlow(flow.Key, live[flow.Key], flow.Value),
    ];
}
