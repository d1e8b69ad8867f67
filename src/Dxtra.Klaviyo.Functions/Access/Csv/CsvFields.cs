using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Collects the fields of rows as columns, in the order in which they come up. Objects are gone into, arrays are not, and what only
/// tells programs how to go on in Klaviyo's API is left out.
/// </summary>
internal sealed class CsvFields(IEnumerable<string> known, int most)
{
    private readonly HashSet<string> _names = [.. known];
    private readonly List<CsvColumn> _found = [];

    public IReadOnlyList<CsvColumn> Found => _found;

    public void Add(JsonElement row) => Add(row, []);

    private void Add(JsonElement value, IReadOnlyList<string> path)
    {
        if (value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Any())
        {
            foreach (var field in value.EnumerateObject().Where(field => !IsPlumbing(field.Name, path)))
                Add(field.Value, [.. path, field.Name]);
        }
        else if (path.Count > 0 && _found.Count < most && new CsvColumn(path) is var column && _names.Add(column.Name))
        {
            _found.Add(column);
        }
    }

    /// <summary>A company may have a property of that name, but it is among the attributes.</summary>
    private static bool IsPlumbing(string name, IReadOnlyList<string> path) => name is "links" or "relationships" && !path.Contains("attributes");
}
