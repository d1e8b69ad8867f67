using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Consents;

/// <summary>People and the channels that a call is about, on a list or in general.</summary>
/// <param name="Profiles">At least one.</param>
/// <param name="ListId">Null: no list is named.</param>
/// <param name="Attributes">Of the job.</param>
internal sealed record SubscriptionBody(IReadOnlyList<SubscriptionPerson> Profiles, string? ListId, JsonObject Attributes)
{
    /// <param name="body">The document.</param>
    /// <param name="type">The type of the job.</param>
    /// <param name="state">The consent that each channel must name: <c>SUBSCRIBED</c> or <c>UNSUBSCRIBED</c>.</param>
    /// <param name="most">So many people at most.</param>
    /// <exception cref="Errors.ApiErrorException">400.</exception>
    public static SubscriptionBody Read(JsonObject? body, string type, string state, int most)
    {
        var data = JsonBody.Data(body, type);
        var attributes = JsonBody.Object(data, "attributes", "/data/attributes");
        var profiles = JsonBody.Array(
            JsonBody.Object(attributes, "profiles", "/data/attributes/profiles"), "data", "/data/attributes/profiles/data");
        if (profiles.Count is 0 || profiles.Count > most)
            throw JsonBody.Invalid("/data/attributes/profiles", $"Between 1 and {most} profiles are required.");
        return new SubscriptionBody(
            [.. profiles.Select((profile, index) => SubscriptionPerson.Read(profile, state, $"/data/attributes/profiles/data/{index}"))],
            RelationshipBody.ReadId(data, ResourceTypes.List),
            attributes);
    }
}
