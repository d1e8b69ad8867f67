using System.Text;
using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A column: the way to a field of a row. A step that ends in <c>[]</c> goes into each item of an array.</summary>
internal sealed class CsvColumn(IReadOnlyList<string> path)
{
    /// <summary>What stands between several values in a cell.</summary>
    private const string Between = "; ";

    public string Name { get; } = string.Join('.', path);

    /// <summary>A column whose steps have no dot in their names.</summary>
    public static CsvColumn Parse(string path) => new(path.Split('.'));

    /// <summary>The field as a cell; empty when it is not there.</summary>
    public string Of(JsonElement row) => string.Join(Between, Values(row, 0).Select(TextOf).Where(text => text.Length > 0).Distinct());

    private IEnumerable<JsonElement?> Values(JsonElement? value, int step)
    {
        if (step == path.Count)
            return [value];
        var name = path[step];
        return name.EndsWith("[]", StringComparison.Ordinal)
            ? value.Member(name[..^2]).Items().SelectMany(item => Values(item, step + 1))
            : Values(value.Member(name), step + 1);
    }

    /// <summary>Texts and numbers as they are, everything else as JSON.</summary>
    private static string TextOf(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => "",
        { ValueKind: JsonValueKind.String } => value.AsText() ?? Raw(value.Value).Trim('"'),
        { } other => Raw(other),
    };

    private static string Raw(JsonElement value) => Encoding.UTF8.GetString(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value));
}
