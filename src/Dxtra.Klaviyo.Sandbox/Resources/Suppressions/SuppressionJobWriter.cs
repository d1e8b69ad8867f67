using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;

namespace Dxtra.Klaviyo.Sandbox.Resources.Suppressions;

/// <summary>Suppression jobs as resource objects.</summary>
internal sealed class SuppressionJobWriter(ResourceWriter writer)
{
    public static string TypeOf(bool lifts) => lifts ? ResourceTypes.UnsuppressionJob : ResourceTypes.SuppressionJob;

    public JsonObject Write(SuppressionJob job)
    {
        var type = TypeOf(job.Lifts);
        return writer.Resource(
            type,
            job.Id,
            new JsonObject
            {
                ["status"] = job.Status,
                ["created_at"] = TimeText.Micros(job.Created),
                ["total_count"] = job.Total,
                ["completed_count"] = job.Completed,
                ["completed_at"] = TimeText.Micros(job.CompletedAt),
                ["skipped_count"] = job.Skipped,
            },
            new JsonObject
            {
                ["lists"] = writer.Relationship(type, job.Id, "lists", Identifiers(ResourceTypes.List, job.ListId)),
                ["segments"] = writer.Relationship(type, job.Id, "segments", Identifiers(ResourceTypes.Segment, job.SegmentId)),
            });
    }

    private static JsonArray Identifiers(string type, string? id) => ResourceWriter.Identifiers(type, id is null ? [] : [id]);
}
