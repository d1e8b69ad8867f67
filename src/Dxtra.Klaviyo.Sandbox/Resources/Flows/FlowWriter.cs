using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Resources.Tags;

namespace Dxtra.Klaviyo.Sandbox.Resources.Flows;

/// <summary>Flows as resource objects, with their actions and tags on request.</summary>
internal sealed class FlowWriter(AccountData data, ResourceWriter writer)
{
    private const string Actions = "flow-actions";

    public JsonObject Write(Flow flow) => writer.Resource(
        ResourceTypes.Flow,
        flow.Id,
        Attributes(flow),
        new JsonObject
        {
            [Actions] = writer.ToMany(ResourceTypes.Flow, flow.Id, Actions, ResourceTypes.FlowAction, () => flow.Actions.Select(action => action.Id)),
            [TagWriter.Relationship] =
                writer.ToMany(ResourceTypes.Flow, flow.Id, TagWriter.Relationship, ResourceTypes.Tag, () => flow.TagIds),
        },
        writer.Query.AdditionalFields.Contains("definition") ? new JsonObject { ["definition"] = FlowDefinitions.Of(flow) } : null);

    public void Include(Flow flow, Included included)
    {
        new TagWriter(data, writer).Include(flow.TagIds, included);
        if (!writer.Query.Includes(Actions))
            return;
        foreach (var action in flow.Actions)
            included.Add(ResourceTypes.FlowAction, action.Id, () => WriteAction(flow, action));
    }

    private static JsonObject Attributes(Flow flow) => new()
    {
        ["name"] = flow.Name,
        ["status"] = flow.Status,
        ["archived"] = flow.Archived,
        ["created"] = TimeText.Seconds(flow.Created),
        ["updated"] = TimeText.Seconds(flow.Updated),
        ["trigger_type"] = flow.TriggerType,
    };

    private JsonObject WriteAction(Flow flow, FlowAction action) => writer.Resource(
        ResourceTypes.FlowAction,
        action.Id,
        new JsonObject
        {
            ["created"] = TimeText.Seconds(flow.Created),
            ["updated"] = TimeText.Seconds(flow.Updated),
            ["definition"] = FlowDefinitions.Of(action, next: null),
        },
        new JsonObject
        {
            ["flow"] = writer.Relationship(ResourceTypes.FlowAction, action.Id, "flow", ResourceWriter.Identifier(ResourceTypes.Flow, flow.Id)),
            ["flow-messages"] = writer.Relationship(ResourceTypes.FlowAction, action.Id, "flow-messages"),
        });
}
