using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Resources.Flows;
using Dxtra.Klaviyo.Sandbox.Resources.Tags;

namespace Dxtra.Klaviyo.Sandbox.Resources.Groups;

/// <summary>Lists and segments as resource objects, with the flows they trigger and their tags on request.</summary>
internal sealed class GroupWriter(AccountData data, ResourceWriter writer)
{
    private const string FlowTriggers = "flow-triggers";

    public JsonObject Write(ProfileGroup group)
    {
        var type = TypeOf(group);
        var additional = writer.Query.AdditionalFields.Contains("profile_count")
            ? new JsonObject { ["profile_count"] = group.Members.Count }
            : null;
        return writer.Resource(type, group.Id, Attributes(group), Relationships(type, group), additional);
    }

    public void Include(ProfileGroup group, Included included)
    {
        new TagWriter(data, writer).Include(group.TagIds, included);
        if (!writer.Query.Includes(FlowTriggers))
            return;
        var flows = new FlowWriter(data, writer);
        foreach (var flow in Triggered(group))
            included.Add(ResourceTypes.Flow, flow.Id, () => flows.Write(flow));
    }

    public static string TypeOf(ProfileGroup group) => group is ProfileList ? ResourceTypes.List : ResourceTypes.Segment;

    private static JsonObject Attributes(ProfileGroup group)
    {
        var attributes = new JsonObject
        {
            ["name"] = group.Name,
            ["created"] = TimeText.Seconds(group.Created),
            ["updated"] = TimeText.Seconds(group.Updated),
        };
        if (group is ProfileList list)
            attributes["opt_in_process"] = list.DoubleOptIn ? "double_opt_in" : "single_opt_in";
        if (group is Segment segment)
            Describe(segment, attributes);
        return attributes;
    }

    private static void Describe(Segment segment, JsonObject attributes)
    {
        attributes["definition"] = segment.Definition.DeepClone();
        attributes["is_active"] = segment.IsActive;
        attributes["is_processing"] = false;
        attributes["is_starred"] = segment.IsStarred;
    }

    private JsonObject Relationships(string type, ProfileGroup group) => new()
    {
        ["profiles"] = writer.Relationship(type, group.Id, "profiles"),
        [TagWriter.Relationship] = writer.ToMany(type, group.Id, TagWriter.Relationship, ResourceTypes.Tag, () => group.TagIds),
        [FlowTriggers] = writer.ToMany(type, group.Id, FlowTriggers, ResourceTypes.Flow, () => Triggered(group).Select(flow => flow.Id)),
    };

    private IEnumerable<Flow> Triggered(ProfileGroup group) => data.Flows.Where(flow => flow.TriggerId == group.Id);
}
