using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;

namespace Dxtra.Klaviyo.Sandbox.Resources.Tags;

/// <summary>Tags, which only ever come along with what they are on.</summary>
internal sealed class TagWriter(AccountData data, ResourceWriter writer)
{
    public const string Relationship = "tags";

    public void Include(IEnumerable<string> tagIds, Included included)
    {
        if (!writer.Query.Includes(Relationship))
            return;
        foreach (var tag in data.Tags.Where(tag => tagIds.Contains(tag.Id)))
            included.Add(ResourceTypes.Tag, tag.Id, () => Write(tag));
    }

    private JsonObject Write(Tag tag) => writer.Resource(
        ResourceTypes.Tag,
        tag.Id,
        new JsonObject { ["name"] = tag.Name },
        new JsonObject { ["tag-group"] = writer.Relationship(ResourceTypes.Tag, tag.Id, "tag-group") });
}
