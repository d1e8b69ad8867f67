using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Resources.Flows;

/// <summary>What a flow does, as far as seeded flows do anything: a trigger, then messages and waits in a row.</summary>
internal static class FlowDefinitions
{
    public static JsonObject Of(Flow flow)
    {
        var actions = flow.Actions.Select((action, i) => (JsonNode)Of(action, i + 1 < flow.Actions.Count ? flow.Actions[i + 1].Id : null));
        return new JsonObject
        {
            ["triggers"] = new JsonArray(Trigger(flow)),
            ["profile_filter"] = null,
            ["actions"] = new JsonArray([.. actions]),
            ["entry_action_id"] = flow.Actions.Count > 0 ? flow.Actions[0].Id : null,
        };
    }

    public static JsonObject Of(FlowAction action, string? next) => new()
    {
        ["id"] = action.Id,
        ["temporary_id"] = null,
        ["type"] = action.MessageId is null ? "time-delay" : "send-email",
        ["links"] = new JsonObject { ["next"] = next },
        ["data"] = action.MessageId is null ? Wait() : Message(action),
    };

    private static JsonObject Trigger(Flow flow) => new()
    {
        ["type"] = flow.TriggerType == "Added to List" ? "list" : "metric",
        ["id"] = flow.TriggerId,
    };

    private static JsonObject Wait() => new() { ["unit"] = "days", ["value"] = 1, ["timezone"] = "profile" };

    private static JsonObject Message(FlowAction action) => new()
    {
        ["message"] = new JsonObject
        {
            ["id"] = action.MessageId,
            ["name"] = action.Subject,
            ["subject_line"] = action.Subject,
            ["smart_sending_enabled"] = true,
            ["transactional"] = false,
        },
        ["status"] = "live",
    };
}
