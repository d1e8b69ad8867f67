using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Functions.Tests;

[Collection(AloneTests.Name)]
public sealed class JsonExportWriterTests
{
    private readonly ExportRows _rows = new();

    [Fact]
    public async Task An_export_looks_like_the_example()
    {
        _rows.Profile("01ADA", "email");
        _rows.Part(0, Categories.Profile, """{"type":"profile","id":"01ADA","attributes":{"first_name":"Zoë \"Z\" 小明"}}""");
        _rows.Part(0, Categories.PredictiveAnalytics);
        _rows.Part(0, Categories.Lists, """{"type":"list","id":"L1"}""", """{"type":"list","id":"L2"}""");
        _rows.Gap(0, Categories.Segments, GapReason.MissingScope);
        _rows.Part(0, Categories.Events, """{"metric":null,"event":{"id":"E1"},"attributions":[]}""");

        var export = JsonNode.Parse(await WriteAsync())!;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Examples.Read("access-export.json")), export), export.ToJsonString());
    }

    [Fact]
    public async Task Nobody_found_is_an_export_without_profiles()
    {
        var export = JsonNode.Parse(await WriteAsync())!;

        Assert.Empty(export["profiles"]!.AsArray());
        Assert.Equal(0, export["counts"]!["profiles"]!.GetValue<int>());
        Assert.Equal("ada@example.com", export["subject"]!["email"]!.GetValue<string>());
    }

    [Fact]
    public async Task Two_profiles_keep_their_own_rows()
    {
        _rows.Profile("01ADA", "email");
        _rows.Profile("02ADA", "email", "phone");
        foreach (var profile in new[] { 0, 1 })
        {
            _rows.Part(profile, Categories.Profile, $$"""{"id":"{{profile}}"}""");
            _rows.Part(profile, Categories.Lists, [.. Enumerable.Repeat($$"""{"of":{{profile}}}""", profile + 1)]);
        }

        var profiles = JsonNode.Parse(await WriteAsync())!["profiles"]!.AsArray();

        Assert.Equal(["01ADA", "02ADA"], profiles.Select(profile => profile!["profileId"]!.GetValue<string>()));
        Assert.Equal(["0", "1"], profiles.Select(profile => profile!["profile"]!["id"]!.GetValue<string>()));
        Assert.Equal([[0], [1, 1]], profiles.Select(profile => profile!["lists"]!.AsArray().Select(list => list!["of"]!.GetValue<int>()).ToArray()));
        Assert.Equal("""["email","phone"]""", profiles[1]!["foundBy"]!.ToJsonString());
    }

    [Fact]
    public async Task What_could_not_be_read_is_null_or_empty_and_stands_in_the_manifest()
    {
        _rows.Profile("01ADA", "email");
        foreach (var category in Categories.All)
            _rows.Gap(0, category, GapReason.Unavailable);

        var export = JsonNode.Parse(await WriteAsync())!;

        var profile = export["profiles"]![0]!;
        Assert.True(profile.AsObject().ContainsKey("profile"));
        Assert.Null(profile["profile"]);
        Assert.Null(profile["predictiveAnalytics"]);
        Assert.All(new[] { "lists", "segments", "events" }, name => Assert.Empty(profile[name]!.AsArray()));
        Assert.All(export["manifest"]!["parts"]!.AsArray(), part => Assert.Equal("unavailable", part!["gap"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Rows_with_half_a_character_or_deep_nesting_do_not_break_it()
    {
        _rows.Profile("01ADA", "email");
        _rows.Part(0, Categories.Events, """{"text":"half \ud83d"}""", string.Concat(Enumerable.Repeat("{\"a\":", 200)) + "1" + new string('}', 200));

        var export = JsonElement.Parse(await WriteAsync(), new JsonDocumentOptions { MaxDepth = 256 });

        Assert.Equal(2, export.GetProperty("profiles")[0].GetProperty("events").GetArrayLength());
        Assert.Contains("""half \ud83d""", export.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_parts_make_the_same_bytes()
    {
        _rows.Profile("01ADA", "email");
        _rows.Part(0, Categories.Events, """{"a":1}""");

        Assert.Equal(await WriteAsync(), await WriteAsync());
    }

    [Fact]
    public async Task A_large_part_passes_through_in_flat_memory()
    {
        _rows.Profile("01ADA", "email");
        _rows.Part(0, Categories.Events, "{}");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var counting = new MeasuredStream(Stream.Null);
        using var rows = new RepeatedLines($$"""{"text":"{{new string('x', 1000)}}"}""", 100_000, () => GC.GetTotalMemory(forceFullCollection: true) - before);

        await new JsonExportWriter().WriteAsync(new(_rows.Document(), (_, _) => Task.FromResult<Stream>(rows)), counting, CancellationToken.None);

        Assert.InRange(counting.Length, 100_000_000, 110_000_000);
        Assert.InRange(rows.MostMemory, long.MinValue + 1, 20 * 1024 * 1024);
    }

    private Task<string> WriteAsync() => _rows.WriteAsync(new JsonExportWriter());
}
