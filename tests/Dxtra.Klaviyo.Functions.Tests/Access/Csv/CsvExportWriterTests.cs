using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Functions.Tests;

[Collection(AloneTests.Name)]
public sealed class CsvExportWriterTests
{
    private readonly ExportRows _export = new();

    [Fact]
    public async Task Every_category_has_a_file_with_its_columns_also_without_a_row()
    {
        _export.Profile("01ADA", "email");

        var files = await WriteAsync();

        Assert.Equal(["readme.txt", "manifest.json", .. Categories.All.Select(category => $"{category}.csv")], files.Keys);
        Assert.Equal("\ufeffid,name,joinedAt,cut,json\r\n", files["lists.csv"]);
        Assert.All(Categories.All, category => Assert.EndsWith(",cut,json\r\n", files[$"{category}.csv"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_found_has_the_same_files()
    {
        var files = await WriteAsync();

        Assert.Equal(Categories.All.Count + 2, files.Count);
        Assert.Equal(0, JsonNode.Parse(files["manifest.json"])!["counts"]!["profiles"]!.GetValue<int>());
    }

    [Fact]
    public async Task Cells_are_quoted_and_rows_end_as_the_standard_says()
    {
        _export.Profile("01ADA", "email");
        _export.Part(0, Categories.Lists, """{"id":"L1","name":"Kids, \"small\"\nand big 小","joinedAt":null,"list":{"new":1}}""");

        Assert.Equal(
            "\ufeffid,name,joinedAt,cut,json\r\n"
            + "L1,\"Kids, \"\"small\"\"\nand big 小\",,,"
            + "\"{\"\"id\"\":\"\"L1\"\",\"\"name\"\":\"\"Kids, \\\"\"small\\\"\"\\nand big 小\"\",\"\"joinedAt\"\":null,\"\"list\"\":{\"\"new\"\":1}}\"\r\n",
            (await WriteAsync())["lists.csv"]);
    }

    [Fact]
    public async Task Fields_that_the_company_or_Klaviyo_added_are_columns_of_a_profile()
    {
        _export.Profile("01ADA", "email");
        _export.Part(0, Categories.Profile, """{"id":"01ADA","attributes":{"email":"ada@example.com","mood":"curious","properties":{"=cmd()":"=1+1","shoe size":-38}}}""");

        var lines = (await WriteAsync())["profile.csv"].Split("\r\n");

        Assert.Contains("attributes.last_event_date,attributes.mood,attributes.properties.=cmd(),attributes.properties.shoe size,cut,json", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("01ADA,ada@example.com,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",curious,'=1+1,-38,,\"{", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_of_several_profiles_say_whose_they_are()
    {
        _export.Profile("01ADA", "email");
        _export.Profile("02ADA", "phone");
        foreach (var profile in new[] { 0, 1 })
            _export.Part(profile, Categories.Suppressions, $$"""{"scope":"global","reason":"{{profile}}"}""");

        var lines = (await WriteAsync())["suppressions.csv"].Split("\r\n");

        Assert.StartsWith("\ufeffprofileId,scope,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("01ADA,global,,,0,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("02ADA,global,,,1,", lines[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "events.csv:3")]
    [InlineData(4, "events-1.csv:3 events-2.csv:1")]
    [InlineData(6, "events-1.csv:3 events-2.csv:3")]
    [InlineData(7, "events-1.csv:3 events-2.csv:3 events-3.csv:1")]
    public async Task More_rows_than_a_spreadsheet_holds_are_several_files(int rows, string expected)
    {
        _export.Profile("01ADA", "email");
        _export.Part(0, Categories.Events, [.. Enumerable.Range(0, rows).Select(row => $$"""{"metric":"m{{row}}"}""")]);

        var files = await WriteAsync(new CsvLimits(Rows: 4));

        var events = files.Where(file => file.Key.StartsWith("events", StringComparison.Ordinal)).ToList();
        Assert.Equal(expected, string.Join(' ', events.Select(file => $"{file.Key}:{file.Value.Split("\r\n").Length - 2}")));
        Assert.Equal(
            Enumerable.Range(0, rows).Select(row => $"m{row}"),
            events.SelectMany(file => file.Value.Split("\r\n")[1..^1]).Select(line => line.Split(',')[1]));
    }

    [Fact]
    public async Task A_cell_that_is_too_long_is_cut_and_the_row_is_whole_beside_it()
    {
        _export.Profile("01ADA", "email");
        var (small, large) = ("""{"id":"C1"}""", $$"""{"id":"C2","code":"{{new string('x', 10)}}😀{{new string('y', 90)}}"}""");
        _export.Part(0, Categories.CouponCodes, small, large, large);

        var files = await WriteAsync(new CsvLimits(CellCharacters: 30));

        var lines = files["couponCodes.csv"].Split("\r\n");
        Assert.Contains("C1,,,,,,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("C2,xxxxxxxxxx😀yyyyyyyyyyyyyyyyyy,,,,", lines[2], StringComparison.Ordinal);
        Assert.Contains("whole in line 1 of couponCodes,", lines[2], StringComparison.Ordinal);
        Assert.EndsWith("\"{\"\"id\"\":\"\"C2\"\",\"\"code\"\":\"\"xxxxxxxxxx\"", lines[2], StringComparison.Ordinal);
        Assert.Equal($"{large}\n{large}\n", files["couponCodes-long.ndjson"]);
    }

    [Fact]
    public async Task A_row_with_half_a_character_is_written()
    {
        _export.Profile("01ADA", "email");
        _export.Part(0, Categories.Events, """{"metric":"half \ud83d"}""");

        Assert.Contains("""half \ud83d""", (await WriteAsync())["events.csv"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("correct horse battery")]
    public async Task A_large_part_passes_through_in_flat_memory(string? passphrase)
    {
        _export.Profile("01ADA", "email");
        _export.Part(0, Categories.Events, 50_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var rows = new RepeatedLines($$"""{"metric":"{{new string('x', 500)}}"}""", 50_000, () => GC.GetTotalMemory(forceFullCollection: true) - before);

        await new ExportPackage(new CsvExportWriter(), passphrase).WriteAsync(_export.SourceOf(_ => rows), new MeasuredStream(Stream.Null), CancellationToken.None);

        Assert.InRange(rows.MostMemory, long.MinValue + 1, 20 * 1024 * 1024);
    }

    private async Task<Dictionary<string, string>> WriteAsync(CsvLimits? limits = null)
    {
        using var stream = new MemoryStream();
        await new CsvExportWriter { Limits = limits ?? new() }.WriteAsync(_export.Source(), stream, CancellationToken.None);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        return zip.Entries.ToDictionary(entry => entry.FullName, Text);
    }

    /// <summary>With its byte order mark.</summary>
    private static string Text(ZipArchiveEntry entry)
    {
        using var bytes = new MemoryStream();
        using (var file = entry.Open())
            file.CopyTo(bytes);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
