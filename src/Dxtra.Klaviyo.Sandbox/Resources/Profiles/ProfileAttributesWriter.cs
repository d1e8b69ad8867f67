using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;

namespace Dxtra.Klaviyo.Sandbox.Resources.Profiles;

/// <summary>The attributes that a profile shows without being asked for more.</summary>
internal static class ProfileAttributesWriter
{
    public static JsonObject Write(Profile profile)
    {
        var attributes = new JsonObject();
        foreach (var name in ProfileAttributes.Texts)
            attributes[name] = profile.Attributes[name]?.DeepClone();
        attributes["created"] = TimeText.Seconds(profile.Created);
        attributes["updated"] = TimeText.Seconds(profile.Updated);
        attributes["last_event_date"] = TimeText.Seconds(profile.LastEvent);
        attributes[ProfileAttributes.Location] = Location(profile.Attributes[ProfileAttributes.Location] as JsonObject);
        attributes[ProfileAttributes.Properties] = profile.Attributes[ProfileAttributes.Properties]?.DeepClone() ?? new JsonObject();
        return attributes;
    }

    private static JsonObject Location(JsonObject? location)
    {
        var shown = new JsonObject();
        foreach (var name in ProfileAttributes.LocationFields)
            shown[name] = location?[name]?.DeepClone();
        return shown;
    }
}
