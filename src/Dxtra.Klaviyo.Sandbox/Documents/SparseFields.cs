using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Sandbox.Documents;

/// <summary>Reduces attributes to the fields asked for; a dotted name reaches into an object.</summary>
internal static class SparseFields
{
    /// <param name="attributes">All attributes; left as they are.</param>
    /// <param name="fields">Names as in <c>fields[profile]</c>. A name that the resource does not carry is passed over.</param>
    public static JsonObject Keep(JsonObject attributes, IEnumerable<string> fields)
    {
        var kept = new JsonObject();
        foreach (var field in fields)
            Copy(attributes, kept, field.Split('.'));
        return kept;
    }

    private static void Copy(JsonObject from, JsonObject to, ReadOnlySpan<string> path)
    {
        var name = path[0];
        if (!from.TryGetPropertyValue(name, out var value))
            return;
        if (path.Length == 1 || value is not JsonObject inner)
        {
            to[name] = value?.DeepClone();
            return;
        }

        if (to[name] is not JsonObject target)
            to[name] = target = [];
        Copy(inner, target, path[1..]);
    }
}
