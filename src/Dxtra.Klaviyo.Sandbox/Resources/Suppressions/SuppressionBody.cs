using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Suppressions;

/// <summary>Whom a suppression job is about: addresses, or a list, or a segment.</summary>
internal sealed record SuppressionBody(IReadOnlyList<string> Emails, string? ListId, string? SegmentId)
{
    private const int Most = 100;

    /// <exception cref="Errors.ApiErrorException">400: none of the three, or more than one, or too many addresses.</exception>
    public static SuppressionBody Read(JsonObject? body, string type)
    {
        var data = JsonBody.Data(body, type);
        var attributes = JsonBody.Object(data, "attributes", "/data/attributes");
        var emails = ReadEmails(attributes["profiles"] as JsonObject);
        var listId = RelationshipBody.ReadId(data, ResourceTypes.List);
        var segmentId = RelationshipBody.ReadId(data, ResourceTypes.Segment);
        var named = (emails.Count > 0 ? 1 : 0) + (listId is null ? 0 : 1) + (segmentId is null ? 0 : 1);
        return named == 1
            ? new SuppressionBody(emails, listId, segmentId)
            : throw JsonBody.Invalid("/data", "Exactly one of profiles, list or segment is required.");
    }

    private static List<string> ReadEmails(JsonObject? profiles)
    {
        const string pointer = "/data/attributes/profiles/data";
        if (profiles is null)
            return [];
        var items = JsonBody.Array(profiles, "data", pointer);
        if (items.Count > Most)
            throw JsonBody.Invalid(pointer, $"At most {Most} profiles are allowed.");
        return [.. items.Select((item, index) =>
            item is JsonObject profile && JsonBody.OptionalText(profile, "type", $"{pointer}/{index}/type") == ResourceTypes.Profile
                ? JsonBody.Text(
                    JsonBody.Object(profile, "attributes", $"{pointer}/{index}/attributes"), "email", $"{pointer}/{index}/attributes/email")
                : throw JsonBody.Invalid($"{pointer}/{index}/type", "The type must be 'profile'."))];
    }
}
