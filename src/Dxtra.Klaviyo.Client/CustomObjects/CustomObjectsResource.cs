namespace Dxtra.Klaviyo.Client;

/// <summary>Records of kinds that the account made up. Each call has a limit of its own, 3/s and 60/min.</summary>
public sealed class CustomObjectsResource
{
    private const int MaxPageSize = 100;
    private readonly KlaviyoTransport _transport;

    internal CustomObjectsResource(KlaviyoTransport transport) => _transport = transport;

    /// <summary>
    /// All types of records, on one page, with their current schemas (<see cref="ObjectSchemaAttributes"/>) in
    /// <see cref="KlaviyoPage{T}.Included"/>. <c>GET /api/object-types</c>, scope <c>custom-objects:read</c>, 3/s and 60/min.
    /// </summary>
    public IAsyncEnumerable<KlaviyoPage<ObjectTypeAttributes>> ListTypesAsync(CancellationToken cancellationToken = default) =>
        _transport.GetPagesAsync(
            KlaviyoRequest.Get("get_object_types", "api/object-types", new KlaviyoQuery().Words("include", ["current-schema"])),
            KlaviyoJson.Default.ObjectTypeAttributes,
            cancellationToken);

    /// <summary>
    /// The records of a type, 100 a page; there is no filter. <c>GET /api/object-types/{id}/object-records</c>, scope
    /// <c>custom-objects:read</c>, 3/s and 60/min.
    /// </summary>
    /// <exception cref="KlaviyoNotFoundException">There is no such type.</exception>
    public IAsyncEnumerable<KlaviyoPage<ObjectRecordAttributes>> GetRecordsAsync(
        string typeId, CancellationToken cancellationToken = default) =>
        _transport.GetPagesAsync(
            KlaviyoRequest.Get(
                "get_records_for_object_type",
                $"api/object-types/{KlaviyoPath.Id(typeId)}/object-records",
                new KlaviyoQuery().PageSize(MaxPageSize)),
            KlaviyoJson.Default.ObjectRecordAttributes,
            cancellationToken);

    /// <summary>
    /// Where the records of a schema come from, which tells the property that holds a person's identifier; null when the schema has no
    /// source. <c>GET /api/object-schemas/{id}/source-mapping</c>, scope <c>custom-objects:read</c>, 3/s and 60/min.
    /// </summary>
    public Task<KlaviyoResource<SourceMappingAttributes>?> FindSourceMappingAsync(
        string schemaId, CancellationToken cancellationToken = default) =>
        _transport.FindAsync(
            KlaviyoRequest.Get("get_source_mapping_for_object_schema", $"api/object-schemas/{KlaviyoPath.Id(schemaId)}/source-mapping"),
            KlaviyoJson.Default.SourceMappingAttributes,
            cancellationToken);
}
