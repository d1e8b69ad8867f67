using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What may be asked to be deleted.</summary>
internal static class ScopeRules
{
    private static readonly IReadOnlyDictionary<string, DeletionScope> Scopes = Words.All<DeletionScope>();

    private static string Known => string.Join(", ", Scopes.Keys);

    /// <summary>The scopes, each once and in one order, whatever the spelling; what is wrong is in <paramref name="errors"/>.</summary>
    public static IReadOnlyList<DeletionScope> Check(JsonElement? scope, FieldErrors errors)
    {
        if (WordsOf(scope) is not { } words)
        {
            errors.Add("scope", $"A scope is a list of words, or an object that says true or false for each. Known: {Known}.");
            return [];
        }

        if (words.Any(word => !Scopes.ContainsKey(word.Name)))
            errors.Add("scope", $"This scope is not known. Known: {Known}.");
        List<DeletionScope> wanted = [.. words.Where(word => word.Wanted && Scopes.ContainsKey(word.Name)).Select(word => Scopes[word.Name]).Distinct().Order()];
        if (wanted.Count == 0 && words.All(word => Scopes.ContainsKey(word.Name)))
            errors.Add("scope", $"Say what is to be deleted. Known: {Known}.");
        if (!wanted.Contains(DeletionScope.Profile) && wanted.Exists(IsCoveredOnly))
        {
            errors.Add("scope", "Klaviyo cannot delete engagement and events by themselves: together with profile they are covered (redacted by Klaviyo). "
                + "Add profile, or leave engagement and events out.");
        }

        return wanted;
    }

    private static bool IsCoveredOnly(DeletionScope scope) => scope is DeletionScope.Engagement or DeletionScope.Events;

    /// <summary>Null when it is neither a list of words nor an object of booleans.</summary>
    private static List<(string Name, bool Wanted)>? WordsOf(JsonElement? scope) => scope switch
    {
        null or { ValueKind: JsonValueKind.Null } => [],
        { ValueKind: JsonValueKind.Array } list when list.EnumerateArray().All(word => word.ValueKind == JsonValueKind.String) =>
            [.. list.EnumerateArray().Select(word => (word.GetString()!, true))],
        { ValueKind: JsonValueKind.Object } flags when flags.EnumerateObject().All(flag => flag.Value.ValueKind is JsonValueKind.True or JsonValueKind.False) =>
            [.. flags.EnumerateObject().Select(flag => (flag.Name, flag.Value.GetBoolean()))],
        _ => null,
    };
}
