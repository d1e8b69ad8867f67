namespace Dxtra.Functions.Embedded.Tests.PublicApi;

/// <summary>The approved list, functions-api.txt: types by "namespace header", each with the lines of its members.</summary>
internal static class ApprovedApi
{
    public static Dictionary<string, HashSet<string>> Read()
    {
        var types = new Dictionary<string, HashSet<string>>();
        var (space, members) = ("", new HashSet<string>());
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "PublicApi", "functions-api.txt")))
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line.StartsWith("namespace ", StringComparison.Ordinal))
                space = line["namespace ".Length..];
            else if (char.IsWhiteSpace(line[0]))
                members.Add(line.Trim());
            else
                types.Add($"{space} {line.TrimStart('*', ' ')}", members = []);
        }

        return types;
    }
}
