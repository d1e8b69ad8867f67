using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>A word of an enumeration in a query.</summary>
internal static class QueryWords
{
    /// <summary>Null when the query has none, or another one, which is an error then.</summary>
    public static T? Read<T>(IQueryCollection query, string name, FieldErrors errors) where T : struct, Enum
    {
        if (query[name].ToString() is not { Length: > 0 } text)
            return null;
        // By name, not by Enum.TryParse: that takes numbers and lists of words too.
        if (Enum.GetNames<T>().FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } found)
            return Enum.Parse<T>(found);
        var words = Enum.GetNames<T>().Select(word => char.ToLowerInvariant(word[0]) + word[1..]);
        errors.Add(name, $"{name} is one of {string.Join(", ", words)}.");
        return null;
    }
}
