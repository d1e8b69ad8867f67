using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;

namespace Dxtra.Klaviyo.Sandbox.Resources.Conversations;

/// <summary>Conversations as resource objects: a channel, no messages.</summary>
internal static class ConversationWriter
{
    public static JsonObject Write(Conversation conversation, Profile profile, ResourceWriter writer) => writer.Resource(
        ResourceTypes.Conversation,
        conversation.Id,
        new JsonObject { ["channel"] = conversation.Channel },
        new JsonObject
        {
            ["profile"] = writer.Relationship(
                ResourceTypes.Conversation, conversation.Id, "profile", ResourceWriter.Identifier(ResourceTypes.Profile, profile.Id)),
        });
}
