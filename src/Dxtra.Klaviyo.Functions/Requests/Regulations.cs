using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>The laws we know: data, in <c>regulations.json</c>. Another law is another entry there.</summary>
internal static class Regulations
{
    private static readonly Dictionary<string, Regulation> Known = Read();

    public static string Default => "gdpr";

    public static IReadOnlyCollection<Regulation> All => Known.Values;

    public static IEnumerable<string> Ids => Known.Keys;

    public static bool TryFind(string id, [NotNullWhen(true)] out Regulation? regulation) => Known.TryGetValue(id, out regulation);

    /// <exception cref="InvalidDataException">The text is no list of laws that each have a name, a citation and whole periods.</exception>
    public static Dictionary<string, Regulation> Read(Stream json)
    {
        var laws = ReadList(json);
        if (laws.FirstOrDefault(law => !IsWhole(law)) is { } bad)
            throw new InvalidDataException($"The regulation {bad.Id} is not whole: it needs a name, a citation, a deadline in months or in days, and so an extension.");
        if (laws.GroupBy(law => law.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new InvalidDataException($"The regulation {twice.Key} is there twice.");
        return laws.ToDictionary(law => law.Id, StringComparer.Ordinal);
    }

    private static Dictionary<string, Regulation> Read()
    {
        using var json = typeof(Regulations).Assembly.GetManifestResourceStream("regulations.json")!;
        return Read(json);
    }

    private static List<Regulation> ReadList(Stream json)
    {
        try
        {
            return JsonSerializer.Deserialize<List<Regulation>>(json, Strict) ?? [];
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException("The regulations cannot be read.", exception);
        }
    }

    private static bool IsWhole(Regulation law) =>
        law is { Id.Length: > 0, Name.Length: > 0, Citation.Length: > 0, Deadline.IsValid: true, Extension: null or { IsValid: true } };

    /// <summary>A field that is misspelt is a mistake, not one more.</summary>
    private static JsonSerializerOptions Strict => new(Json.Options) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };
}
