using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Resources.Flows;

namespace Dxtra.Klaviyo.Sandbox.Resources.Metrics;

/// <summary>Metrics as resource objects.</summary>
internal sealed class MetricWriter(AccountData data, ResourceWriter writer)
{
    private const string FlowTriggers = "flow-triggers";

    public JsonObject Write(Metric metric) => writer.Resource(
        ResourceTypes.Metric,
        metric.Id,
        new JsonObject
        {
            ["name"] = metric.Name,
            ["created"] = TimeText.Seconds(metric.Created),
            ["updated"] = TimeText.Seconds(metric.Updated),
            ["integration"] = Integration(metric.Integration),
        },
        new JsonObject
        {
            [FlowTriggers] = writer.ToMany(
                ResourceTypes.Metric, metric.Id, FlowTriggers, ResourceTypes.Flow, () => Triggered(metric).Select(flow => flow.Id)),
        });

    public void Include(Metric metric, Included included)
    {
        if (!writer.Query.Includes(FlowTriggers))
            return;
        var flows = new FlowWriter(data, writer);
        foreach (var flow in Triggered(metric))
            included.Add(ResourceTypes.Flow, flow.Id, () => flows.Write(flow));
    }

    private IEnumerable<Flow> Triggered(Metric metric) => data.Flows.Where(flow => flow.TriggerId == metric.Id);

    private static JsonObject Integration(Integration integration) => new()
    {
        ["object"] = "integration",
        ["id"] = integration.Id,
        ["key"] = integration.Key,
        ["name"] = integration.Name,
        ["category"] = integration.Category,
    };
}
