using System.Numerics;
using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Reports;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Every value of a row that has no column, under the names that lead to it. Fields that are not known to us included; the addresses by
/// which programs go from one resource to the next are not, for they say nothing of a person.
/// </summary>
/// <param name="wrapper">The field that holds the resource as sent, whose name says nothing to a reader.</param>
internal sealed class RowDetails(string? wrapper)
{
    private const string Step = " › ";

    private readonly List<IReadOnlyList<string>> _leftOut = [];
    private readonly List<ReportFact> _facts = [];
    private readonly List<string> _empty = [];
    private int _withinAttributes;

    /// <summary>The value or the branch at a path stands elsewhere. At most 64 of them.</summary>
    public void LeaveOut(IReadOnlyList<string> path)
    {
        if (path.Count > 0)
            _leftOut.Add(path);
    }

    public IReadOnlyList<ReportFact> Of(JsonElement row, ReportTexts texts)
    {
        AddObject(row, "", 0, _leftOut.Count == 64 ? ulong.MaxValue : (1UL << _leftOut.Count) - 1);
        if (_empty.Count > 0)
            _facts.Add(new(texts["details.empty"], string.Join(", ", _empty)));
        return _facts;
    }

    /// <param name="row">Whose fields to add.</param>
    /// <param name="label">The names that lead to it.</param>
    /// <param name="depth">How many they are.</param>
    /// <param name="paths">A bit for each path that leads here too.</param>
    private void AddObject(JsonElement row, string label, int depth, ulong paths)
    {
        var isResource = row.Member("type") is not null;
        foreach (var property in row.EnumerateObject())
        {
            var name = SentText.NameOf(property);
            var here = paths == 0 ? 0 : Along(name, depth, paths);
            if ((here != 0 && Ends(depth, here)) || IsAddresses(name, property.Value))
                continue;
            var isAttributes = isResource && name == "attributes" && property.Value.ValueKind == JsonValueKind.Object;
            var isSilent = isAttributes || (depth == 0 && name == wrapper && property.Value.ValueKind == JsonValueKind.Object);
            _withinAttributes += isAttributes ? 1 : 0;
            Add(property.Value, isSilent ? label : Under(label, name), depth + 1, here);
            _withinAttributes -= isAttributes ? 1 : 0;
        }
    }

    /// <summary>The links of a resource or of a relationship; what a shop calls so stands among the attributes.</summary>
    private bool IsAddresses(string name, JsonElement value) => name == "links" && _withinAttributes == 0 && value.ValueKind == JsonValueKind.Object;

    private void Add(JsonElement value, string label, int depth, ulong paths)
    {
        if (SentText.IsEmpty(value))
            _empty.Add(label);
        else if (value.ValueKind == JsonValueKind.Object)
            AddObject(value, label, depth, paths);
        else if (value.ValueKind == JsonValueKind.Array)
            AddArray(value, label, depth);
        else
            _facts.Add(new(label, SentText.Of(value)));
    }

    private void AddArray(JsonElement array, string label, int depth)
    {
        if (array.EnumerateArray().All(SentText.IsLeaf))
        {
            _facts.Add(new(label, string.Join(", ", array.EnumerateArray().Select(SentText.Of))));
            return;
        }

        foreach (var (index, item) in array.EnumerateArray().Index())
            Add(item, Under(label, ReportFormat.Plain(index + 1)), depth + 1, 0);
    }

    private ulong Along(string name, int depth, ulong paths)
    {
        var along = 0UL;
        for (var left = paths; left != 0; left &= left - 1)
        {
            var path = BitOperations.TrailingZeroCount(left);
            if (_leftOut[path].Count > depth && _leftOut[path][depth] == name)
                along |= 1UL << path;
        }

        return along;
    }

    private bool Ends(int depth, ulong paths)
    {
        for (; paths != 0; paths &= paths - 1)
        {
            if (_leftOut[BitOperations.TrailingZeroCount(paths)].Count == depth + 1)
                return true;
        }

        return false;
    }

    private static string Under(string label, string name) => label.Length == 0 ? name : label + Step + name;
}
