using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Reports;

/// <summary>
/// Every word of a report in one language, from one file: <c>Reports/Texts/{language}.json</c>, embedded. A translation is another
/// file with the same keys. A text has places for values, <c>{name}</c>; one that depends on a number has the forms <c>one</c>
/// and <c>other</c>, and <c>zero</c> where a language wants it.
/// </summary>
internal sealed class ReportTexts
{
    /// <summary>Not a .NET resource: the app runs without culture data, where satellite assemblies cannot be looked up.</summary>
    private const string Folder = "ReportTexts.";

    private readonly Dictionary<string, string> _texts;

    private ReportTexts(string language, Dictionary<string, string> texts) => (Language, _texts) = (language, texts);

    /// <summary>A BCP 47 tag.</summary>
    public string Language { get; }

    public IReadOnlyCollection<string> Keys => _texts.Keys;

    public string this[string key] => _texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"No text “{key}” in {Language}.");

    /// <summary>The languages that there is a file for.</summary>
    public static IReadOnlyList<string> Languages(Assembly assembly) =>
    [
        .. from name in assembly.GetManifestResourceNames()
           where name.StartsWith(Folder, StringComparison.Ordinal)
           select Path.GetFileNameWithoutExtension(name[Folder.Length..]),
    ];

    public static ReportTexts Of(string language) => Of(typeof(ReportTexts).Assembly, language);

    public static ReportTexts Of(Assembly assembly, string language)
    {
        using var file = assembly.GetManifestResourceStream($"{Folder}{language}.json")
            ?? throw new InvalidOperationException($"There are no report texts in “{language}”. There are: {string.Join(", ", Languages(assembly))}.");
        using var json = JsonDocument.Parse(file);
        return Of(language, json.RootElement);
    }

    public static ReportTexts Of(string language, JsonElement file)
    {
        var texts = new Dictionary<string, string>();
        foreach (var text in file.EnumerateObject())
        {
            if (text.Value.ValueKind == JsonValueKind.String)
                texts.Add(text.Name, text.Value.GetString()!);
            else
                foreach (var form in text.Value.EnumerateObject())
                    texts.Add($"{text.Name}#{form.Name}", form.Value.GetString()!);
        }

        return new(language, texts);
    }

    /// <summary>Null when there is no such text: for words that Klaviyo may add to.</summary>
    public string? Find(string key) => _texts.GetValueOrDefault(key);

    public string Of(string key, params ReadOnlySpan<(string Name, string Value)> values) => Fill(this[key], values);

    /// <summary>The form for a number, which stands at <c>{count}</c>.</summary>
    public string Count(string key, long count, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var form = count == 1 ? $"{key}#one" : count == 0 && _texts.ContainsKey($"{key}#zero") ? $"{key}#zero" : $"{key}#other";
        var number = count.ToString("N0", NumberFormatInfo.InvariantInfo).Replace(",", this["format.thousands"], StringComparison.Ordinal);
        return Fill(this[form], [("count", number), .. values]);
    }

    /// <summary>Place by place, so that a value that looks like a place is not filled again.</summary>
    private static string Fill(string text, ReadOnlySpan<(string Name, string Value)> values)
    {
        var filled = new System.Text.StringBuilder(text.Length + 32);
        var rest = text.AsSpan();
        while (rest.IndexOf('{') is >= 0 and var open)
        {
            var length = rest[open..].IndexOf('}');
            filled.Append(rest[..open]).Append(ValueOf(rest.Slice(open + 1, length - 1), values));
            rest = rest[(open + length + 1)..];
        }

        return filled.Append(rest).ToString();
    }

    private static string ValueOf(ReadOnlySpan<char> name, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var value in values)
        {
            if (name.SequenceEqual(value.Name))
                return value.Value;
        }

        throw new KeyNotFoundException($"No value for the place “{name}”.");
    }
}
