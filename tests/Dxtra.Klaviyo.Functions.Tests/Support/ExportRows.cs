using System.Text;
using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The parts of an export, by hand.</summary>
internal sealed class ExportRows
{
    private readonly Dictionary<string, string> _rows = [];
    private readonly List<PartResult> _parts = [];
    private readonly List<FoundProfile> _profiles = [];

    /// <summary>Rows of every category, fields that are not known to us included.</summary>
    public static JsonElement Example { get; } = JsonDocument.Parse(Examples.Read("report-rows.json")).RootElement;

    /// <summary>0 for a whole export, otherwise a supplement.</summary>
    public int Look { get; set; }

    public string Company { get; set; } = "A Shop";

    public static ExportRows OfExample()
    {
        var rows = new ExportRows().Profile("01ADA", "email");
        foreach (var category in Categories.All)
            rows.Part(0, category, [.. Example.GetProperty(category).EnumerateArray().Select(row => Encoding.UTF8.GetString(RowBytes.Of(row).Span))]);
        return rows;
    }

    public ExportRows Profile(string id, params string[] foundBy)
    {
        _profiles.Add(new(id, "a***", foundBy, []));
        return this;
    }

    public ExportRows Part(int profile, string category, params string[] rows)
    {
        _rows[ExportNames.PartFile(profile, category)] = string.Concat(rows.Select(row => row + "\n"));
        _parts.Add(Some.Part(profile, category, rows.Length));
        return this;
    }

    /// <summary>A part whose rows are given when it is opened.</summary>
    public ExportRows Part(int profile, string category, int rows)
    {
        _parts.Add(Some.Part(profile, category, rows));
        return this;
    }

    public ExportRows Gap(int profile, string category, GapReason reason)
    {
        _parts.Add(Some.Part(profile, category, gap: reason));
        return this;
    }

    public ExportDocument Document()
    {
        var work = new RequestWork("did:dep:c0ffee", "p1", "r1");
        var processor = Some.Processor(work.ControllerDid, "p1");
        return new(
            Some.Request(work) with { Profiles = _profiles }, processor with { Account = processor.Account with { Name = Company } }, Some.Ada, _parts, Some.Now, Look);
    }

    public ExportSource Source() => SourceOf(file => new MemoryStream(Encoding.UTF8.GetBytes(_rows[file])));

    public ExportSource SourceOf(Func<string, Stream> open) => new(Document(), (file, _) => Task.FromResult(open(file)));

    public async Task<string> WriteAsync(IExportWriter writer)
    {
        using var stream = new MemoryStream();
        await writer.WriteAsync(Source(), stream, CancellationToken.None);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Every value that says something; not the addresses by which programs go from one resource to the next.</summary>
    public static IEnumerable<JsonElement> Leaves(JsonElement value, bool withinAttributes = false) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Where(property => withinAttributes || property.Name != "links")
            .SelectMany(property => Leaves(property.Value, withinAttributes || property.Name == "attributes")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Leaves(item, withinAttributes)),
        _ => [value],
    };
}
