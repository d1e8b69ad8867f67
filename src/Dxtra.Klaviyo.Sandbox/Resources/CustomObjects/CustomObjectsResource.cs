using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Filters;
using Dxtra.Klaviyo.Sandbox.Paging;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.CustomObjects;

/// <summary>Records of kinds that the account made up. There is no filter by person.</summary>
internal sealed class CustomObjectsResource(AccountData data) : IResource
{
    private static readonly FieldMap<ObjectType> Filters = new(new Dictionary<string, Func<ObjectType, object?>>
    {
        ["namespace"] = _ => ObjectType.Namespace,
    });

    private static readonly SortedRows<ObjectRecord> Rows = new(
        record => record.Id,
        new Dictionary<string, Func<ObjectRecord, string>> { ["id"] = record => record.Id });

    public IReadOnlyDictionary<string, Func<ApiCall, ApiResult>> Operations => new Dictionary<string, Func<ApiCall, ApiResult>>
    {
        ["get_object_types"] = GetTypes,
        ["get_records_for_object_type"] = GetRecords,
        ["get_object_record"] = GetRecord,
        ["get_source_mapping_for_object_schema"] = GetSourceMapping,
    };

    private ApiResult GetTypes(ApiCall call)
    {
        var types = data.ObjectTypes.Where(type => Filters.Matches(type, call.Query.Filter, call.Query.FilterQuirks)).ToList();
        var writer = new ObjectTypeWriter(new ResourceWriter(call));
        var included = new Included();
        foreach (var type in types)
            writer.Include(type, included);
        return ApiResult.Ok(new DocumentWriter(call).Whole(types.Select(writer.Write), included));
    }

    private ApiResult GetRecords(ApiCall call)
    {
        var type = data.ObjectTypes.Find(type => type.Id == call.Id)
            ?? throw new ApiErrorException(RequestErrors.NotFound(ResourceTypes.ObjectType, call.Id));
        var writer = new ResourceWriter(call);
        return ApiResult.Ok(new DocumentWriter(call).Collection(
            Rows.Cut(type.Records, call.Page("id")).Select(record => Write(record, writer))));
    }

    private ApiResult GetRecord(ApiCall call)
    {
        var record = data.ObjectTypes.SelectMany(type => type.Records).FirstOrDefault(record => record.Id == call.Id)
            ?? throw new ApiErrorException(RequestErrors.NotFound(ResourceTypes.ObjectRecord, call.Id));
        return ApiResult.Ok(new DocumentWriter(call).Single(Write(record, new ResourceWriter(call))));
    }

    private ApiResult GetSourceMapping(ApiCall call)
    {
        var type = data.ObjectTypes.Find(type => type.SchemaId == call.Id)
            ?? throw new ApiErrorException(RequestErrors.NotFound(ResourceTypes.ObjectSchema, call.Id));
        var writer = new ResourceWriter(call);
        return ApiResult.Ok(new DocumentWriter(call).Single(
            type.Source is null ? null : SourceMappingWriter.Write(type, type.Source, writer)));
    }

    private static JsonObject Write(ObjectRecord record, ResourceWriter writer) => writer.Resource(
        ResourceTypes.ObjectRecord, record.Id, new JsonObject { ["record_properties"] = record.Properties.DeepClone() });
}
