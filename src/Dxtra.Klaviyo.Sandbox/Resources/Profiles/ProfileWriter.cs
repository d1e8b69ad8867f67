using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Resources.Conversations;
using Dxtra.Klaviyo.Sandbox.Resources.Groups;
using Dxtra.Klaviyo.Sandbox.Resources.PushTokens;

namespace Dxtra.Klaviyo.Sandbox.Resources.Profiles;

/// <summary>Profiles as resource objects.</summary>
internal sealed class ProfileWriter(AccountData data, ResourceWriter writer)
{
    private const string Lists = "lists";
    private const string Segments = "segments";
    private const string PushTokens = "push-tokens";
    private const string Conversations = "conversations";

    /// <param name="profile">The profile.</param>
    /// <param name="membership">Attributes that it has as a member of something.</param>
    public JsonObject Write(Profile profile, JsonObject? membership = null)
    {
        var attributes = ProfileAttributesWriter.Write(profile);
        foreach (var (name, value) in membership ?? [])
            attributes[name] = value?.DeepClone();
        return writer.Resource(ResourceTypes.Profile, profile.Id, attributes, Relationships(profile), Additional(profile));
    }

    public void Include(Profile profile, Included included)
    {
        if (writer.Query.Includes(Lists))
            Include(data.Lists, profile, included);
        if (writer.Query.Includes(Segments))
            Include(data.Segments, profile, included);
        foreach (var token in writer.Query.Includes(PushTokens) ? profile.PushTokens : [])
            included.Add(ResourceTypes.PushToken, token.Id, () => PushTokenWriter.Write(token, profile, writer));
        foreach (var conversation in writer.Query.Includes(Conversations) ? profile.Conversations : [])
            included.Add(ResourceTypes.Conversation, conversation.Id, () => ConversationWriter.Write(conversation, profile, writer));
    }

    private void Include(IEnumerable<ProfileGroup> groups, Profile profile, Included included)
    {
        var groupWriter = new GroupWriter(data, writer);
        foreach (var group in groups.Where(group => group.Members.ContainsKey(profile.Id)))
            included.Add(GroupWriter.TypeOf(group), group.Id, () => groupWriter.Write(group));
    }

    private JsonObject Additional(Profile profile)
    {
        var additional = new JsonObject();
        if (writer.Query.AdditionalFields.Contains("subscriptions"))
            additional["subscriptions"] = SubscriptionsWriter.Write(profile);
        if (writer.Query.AdditionalFields.Contains("predictive_analytics"))
            additional["predictive_analytics"] = AnalyticsWriter.Write(profile.Analytics);
        return additional;
    }

    private JsonObject Relationships(Profile profile) => new()
    {
        [Lists] = ToMany(profile, Lists, ResourceTypes.List, () => GroupIds(data.Lists, profile)),
        [Segments] = ToMany(profile, Segments, ResourceTypes.Segment, () => GroupIds(data.Segments, profile)),
        [PushTokens] = ToMany(profile, PushTokens, ResourceTypes.PushToken, () => profile.PushTokens.Select(token => token.Id)),
        [Conversations] = ToMany(profile, Conversations, ResourceTypes.Conversation, () => profile.Conversations.Select(item => item.Id)),
    };

    private JsonObject ToMany(Profile profile, string name, string targetType, Func<IEnumerable<string>> targetIds) =>
        writer.ToMany(ResourceTypes.Profile, profile.Id, name, targetType, targetIds);

    private static IEnumerable<string> GroupIds(IEnumerable<ProfileGroup> groups, Profile profile) =>
        groups.Where(group => group.Members.ContainsKey(profile.Id)).Select(group => group.Id);
}
