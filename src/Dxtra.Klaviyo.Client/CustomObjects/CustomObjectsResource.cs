namespace Dxtra.Klaviyo.Client;

public sealed class CustomObjectsResource
{
    private const int MaxPageSize = 100;
    private readonly KlaviyoTransport _transport;

    internal CustomObjectsResource(KlaviyoTransport transport) => _transport = transport;

    /// <summary>
    /// The kinds of custom objects. <c>GET /api/object-types</c>, scope <c>custom-objects:read</c>, 3/s and 60/min; Klaviyo sets the
    /// page size.
    /// </summary>
    public IAsyncEnumerable<KlaviyoPage<ObjectTypeAttributes>> ListTypesAsync(CancellationToken cancellationToken = default) =>
        _transport.GetPagesAsync(
            KlaviyoRequest.Get("get_object_types", "api/object-types"), KlaviyoJson.Default.ObjectTypeAttributes, cancellationToken);

    /// <summary>
    /// All records of a kind, 100 a page; they cannot be filtered. <c>GET /api/object-types/{id}/object-records</c>, scope
    /// <c>custom-objects:read</c>, 3/s and 60/min.
    /// </summary>
    public IAsyncEnumerable<KlaviyoPage<ObjectRecordAttributes>> GetRecordsAsync(string typeId, CancellationToken cancellationToken = default) =>
        _transport.GetPagesAsync(
            KlaviyoRequest.Get(
                "get_records_for_object_type",
                $"api/object-types/{KlaviyoPath.Id(typeId)}/object-records",
                new KlaviyoQuery().PageSize(MaxPageSize)),
            KlaviyoJson.Default.ObjectRecordAttributes,
            cancellationToken);
}
