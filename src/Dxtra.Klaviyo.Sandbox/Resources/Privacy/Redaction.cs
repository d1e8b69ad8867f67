using System.Text.Json;
using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Resources.Events;

namespace Dxtra.Klaviyo.Sandbox.Resources.Privacy;

/// <summary>
/// Takes a person out of what is kept: texts with one of the person's own values become <c>redacted</c>, those with an address an address
/// that leads nowhere. Which parts of an event Klaviyo holds for personal is not documented.
/// </summary>
internal sealed class Redaction(Profile profile, string redactedEmail)
{
    public const string Word = "redacted";

    /// <summary>Shorter values would be found in too much that has nothing to do with the person.</summary>
    private const int ShortestValue = 3;

    private static readonly string[] Personal =
        [.. ProfileAttributes.Texts.Except(["locale", "title", "organization"]), "address1", "address2", "zip", "ip"];

    private readonly string[] _values = [.. Texts(profile.Attributes, key: null)
        .Where(text => Personal.Contains(text.Key) && text.Value.Length >= ShortestValue)
        .Select(text => text.Value)];

    public byte[] Of(byte[] properties)
    {
        var redacted = JsonNode.Parse(properties)!.AsObject();
        Redact(redacted);
        return EventJson.Write(redacted);
    }

    private void Redact(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields.ToList())
                    fields[name] = Redacted(value);
                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                    items[i] = Redacted(items[i]);
                break;
        }
    }

    /// <returns>The same node, or what takes its place. A node has one parent, so what stays is cut loose first.</returns>
    private JsonNode? Redacted(JsonNode? node)
    {
        var copy = node?.DeepClone();
        if (copy?.GetValueKind() == JsonValueKind.String)
            return Replacement(copy.GetValue<string>()) ?? copy;
        Redact(copy);
        return copy;
    }

    private string? Replacement(string text)
    {
        if (text.Contains('@', StringComparison.Ordinal))
            return redactedEmail;
        return _values.Any(value => text.Contains(value, StringComparison.OrdinalIgnoreCase)) ? Word : null;
    }

    private static IEnumerable<(string? Key, string Value)> Texts(JsonNode? node, string? key) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Texts(field.Value, field.Key)),
        JsonArray items => items.SelectMany(item => Texts(item, key)),
        not null when node.GetValueKind() == JsonValueKind.String => [(key, node.GetValue<string>())],
        _ => [],
    };
}
