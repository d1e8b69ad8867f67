namespace Dxtra.Klaviyo.Client;

public sealed class FlowsResource
{
    private const int MaxPageSize = 50;
    private readonly KlaviyoTransport _transport;

    internal FlowsResource(KlaviyoTransport transport) => _transport = transport;

    /// <summary>
    /// All flows, 50 a page; the archived ones are a second query. <c>GET /api/flows</c>, scope <c>flows:read</c>, 3/s and 60/min.
    /// Filters: <c>id</c> (any), <c>name</c>, <c>status</c>, <c>trigger_type</c> (equals), <c>created</c> and <c>updated</c> (all
    /// comparisons). On request with what each flow does, in the relationship <c>flow-actions</c>.
    /// </summary>
    public IAsyncEnumerable<KlaviyoPage<FlowAttributes>> ListAsync(
        bool includeArchived = false, KlaviyoFilter? filter = null, bool withActions = false, CancellationToken cancellationToken = default) =>
        _transport.GetPagesOfAllAsync(
            ArchivedFilter.Choose(includeArchived).Select(archived => GetFlows(archived.And(filter), withActions)),
            KlaviyoJson.Default.FlowAttributes,
            cancellationToken);

    /// <summary>One flow, or null. <c>GET /api/flows/{id}</c>, scope <c>flows:read</c>, 3/s and 60/min.</summary>
    public Task<KlaviyoResource<FlowAttributes>?> FindAsync(string id, CancellationToken cancellationToken = default) =>
        _transport.FindAsync(
            KlaviyoRequest.Get("get_flow", $"api/flows/{KlaviyoPath.Id(id)}"), KlaviyoJson.Default.FlowAttributes, cancellationToken);

    private static KlaviyoRequest GetFlows(KlaviyoFilter filter, bool withActions) => KlaviyoRequest.Get(
        "get_flows",
        "api/flows",
        new KlaviyoQuery().Filter(filter).Words("include", withActions ? ["flow-actions"] : []).PageSize(MaxPageSize));
}
