using System.Collections.Immutable;
using Microsoft.DurableTask.Client;

namespace Dxtra.Functions.Embedded.Durable;

internal static class InstanceMetadata
{
    public static OrchestrationMetadata ToMetadata(this InstanceRow row, bool withPayloads) => new(row.Name, row.Id)
    {
        DataConverter = withPayloads ? DurableJson.Instance : null,
        RuntimeStatus = row.Status,
        CreatedAt = new(row.Created),
        LastUpdatedAt = new(row.Updated),
        SerializedInput = withPayloads ? row.Input : null,
        SerializedOutput = withPayloads ? row.Output : null,
        SerializedCustomStatus = withPayloads ? row.CustomStatus ?? "null" : null,
        Tags = DurableJson.Read<ImmutableDictionary<string, string>>(row.Tags) ?? ImmutableDictionary<string, string>.Empty,
    };
}
