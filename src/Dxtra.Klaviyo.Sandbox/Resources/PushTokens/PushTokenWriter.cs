using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;

namespace Dxtra.Klaviyo.Sandbox.Resources.PushTokens;

/// <summary>Push tokens as resource objects.</summary>
internal static class PushTokenWriter
{
    public static JsonObject Write(PushToken token, Profile profile, ResourceWriter writer) => writer.Resource(
        ResourceTypes.PushToken,
        token.Id,
        Attributes(token),
        new JsonObject
        {
            ["profile"] = writer.Relationship(
                ResourceTypes.PushToken, token.Id, "profile", ResourceWriter.Identifier(ResourceTypes.Profile, profile.Id)),
        });

    public static JsonObject Attributes(PushToken token) => new()
    {
        ["created"] = TimeText.Seconds(token.Created),
        ["token"] = token.Token,
        ["enablement_status"] = token.Status,
        ["platform"] = token.Platform,
        ["vendor"] = token.Platform == "ios" ? "apns" : "fcm",
        ["background"] = "AVAILABLE",
        ["recorded_date"] = TimeText.Seconds(token.Created),
        ["metadata"] = new JsonObject
        {
            ["device_model"] = token.DeviceModel,
            ["os_name"] = token.Platform,
            ["app_name"] = "Shop",
            ["environment"] = "release",
        },
    };
}
