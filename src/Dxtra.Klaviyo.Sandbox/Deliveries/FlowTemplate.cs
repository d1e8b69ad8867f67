using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Deliveries;

/// <summary>
/// Fills in <c>{{ person.email }}</c>, <c>{{ person.KlaviyoID }}</c>, <c>{{ person|lookup:'Loyalty Tier' }}</c>, <c>{{ event.Method }}</c>,
/// <c>{{ event|lookup:'$event_id' }}</c>, <c>{{ event.id }}</c>, <c>{{ event.timestamp }}</c> and <c>{{ …|default:'none' }}</c>. Nothing is
/// escaped, so a name with a quotation mark breaks the JSON around it; what is not there is empty.
/// </summary>
internal static partial class FlowTemplate
{
    public static string Render(string template, Profile profile, Event item)
    {
        var person = Values(profile);
        var happened = Values(item);
        return Placeholder().Replace(template, match => Resolve(match, person, happened));
    }

    private static string Resolve(Match match, JsonObject person, JsonObject happened)
    {
        var source = match.Groups["of"].Value == "person" ? person : happened;
        JsonNode? value = source;
        foreach (var name in match.Groups["name"].Captures.Concat(match.Groups["key"].Captures).Select(capture => capture.Value))
            value = (value as JsonObject)?[name];
        var text = value is null ? "" : Text(value);
        return text.Length == 0 ? match.Groups["default"].Value : text;
    }

    private static string Text(JsonNode value) =>
        value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    /// <summary>The attributes, and the properties beside them.</summary>
    private static JsonObject Values(Profile profile)
    {
        var values = profile.Attributes["properties"]?.DeepClone() as JsonObject ?? [];
        foreach (var (name, value) in profile.Attributes.Where(attribute => attribute.Key != "properties"))
            values[name] = value?.DeepClone();
        values["KlaviyoID"] = profile.Id;
        return values;
    }

    private static JsonObject Values(Event item)
    {
        var values = JsonNode.Parse(item.Properties)!.AsObject();
        values["id"] = item.Id;
        values["timestamp"] = item.Timestamp;
        return values;
    }

    [GeneratedRegex(
        """\{\{\s*(?<of>person|event)(\.(?<name>[\w$]+))*(\s*\|\s*lookup:\s*['"](?<key>[^'"]*)['"])*(\s*\|\s*default:\s*['"](?<default>[^'"]*)['"])?\s*\}\}""",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
