using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed partial class ReportTextsTests
{
    private static readonly IReadOnlyList<string> Sources =
    [
        .. new[] { "Access", "Reports", "Deletion" }.SelectMany(AppSources.OfCapability)
            .Where(source => source.File.Contains("Report", StringComparison.Ordinal) || source.File.StartsWith("Deletion", StringComparison.Ordinal))
            .Select(source => source.Text),
    ];

    public static TheoryData<string> Languages => [.. ReportTexts.Languages(typeof(ReportTexts).Assembly)];

    [Fact]
    public void A_second_language_is_another_file()
    {
        var texts = ReportTexts.Of(typeof(ReportTextsTests).Assembly, "qps");

        Assert.Equal("Ĝreetings, Zoë", texts.Of("greeting", ("name", "Zoë")));
        Assert.Equal(["qps"], ReportTexts.Languages(typeof(ReportTextsTests).Assembly));
        Assert.Throws<InvalidOperationException>(() => ReportTexts.Of(typeof(ReportTextsTests).Assembly, "tlh"));
    }

    [Theory]
    [InlineData(0, "nø apples")]
    [InlineData(1, "1 apple of Zoë")]
    [InlineData(1234, "1’234 apples of Zoë")]
    public void A_number_picks_its_form(long count, string text) =>
        Assert.Equal(text, ReportTexts.Of(typeof(ReportTextsTests).Assembly, "qps").Count("apples", count, ("name", "Zoë")));

    [Fact]
    public void A_value_that_looks_like_a_place_is_not_filled_again() => Assert.Equal(
        "Ĝreetings, {count} {name}", ReportTexts.Of(typeof(ReportTextsTests).Assembly, "qps").Of("greeting", ("name", "{count} {name}")));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_the_same_texts_with_the_same_places(string language)
    {
        var (english, other) = (ReportTexts.Of("en"), ReportTexts.Of(language));

        Assert.Equal(Plain(english).Order(), Plain(other).Order());
        Assert.All(
            english.Keys.Intersect(other.Keys).Where(key => !key.EndsWith("#one", StringComparison.Ordinal)),
            key => Assert.Equal(PlacesOf(english[key]), PlacesOf(other[key])));
    }

    [Fact]
    public void Every_text_that_is_used_exists()
    {
        var keys = Plain(ReportTexts.Of("en")).ToHashSet();
        var families = keys.Select(key => key.Split('.')[0]).ToHashSet();

        var used = Sources.SelectMany(source => Literal().Matches(source)).Select(match => match.Groups["key"].Value)
            .Where(key => families.Contains(key.Split('.')[0]) && !key.EndsWith(".css", StringComparison.Ordinal) && !key.EndsWith(".json", StringComparison.Ordinal));

        Assert.All(used, key => Assert.Contains(key, keys));
    }

    [Fact]
    public void Every_text_that_exists_is_used()
    {
        var literals = Sources.SelectMany(source => Literal().Matches(source)).Select(match => match.Groups["key"].Value).ToHashSet();
        var families = Sources.SelectMany(source => Family().Matches(source)).Select(match => PatternOf(match.Groups["key"].Value)).Distinct().ToList();

        var unused = Plain(ReportTexts.Of("en")).Where(key => !literals.Contains(key) && !families.Any(family => Regex.IsMatch(key, family)));

        Assert.Empty(unused);
    }

    [Fact]
    public void Every_category_reason_and_identifier_has_its_words()
    {
        var texts = ReportTexts.Of("en");

        Assert.All(Categories.All, category => Assert.NotNull(texts.Find($"category.{category}")));
        Assert.All(Enum.GetNames<GapReason>(), reason => Assert.NotNull(texts.Find($"gap.{reason}")));
        Assert.All(Regulations.Ids, regulation => Assert.NotNull(texts.Find($"regulation.{regulation}")));
        Assert.All(new[] { "email", "phone", "externalId", "profileId" }, name => Assert.NotNull(texts.Find($"by.{name}")));
    }

    [Fact]
    public async Task Nothing_in_a_report_is_said_in_a_language_of_its_own()
    {
        var marked = await RecordedReport.OfAsync(ExportRows.OfExample().Gap(0, "more", GapReason.Unavailable), Marked());

        Assert.All(marked.Lines.Where(line => line.StartsWith('#')), heading => Assert.Contains("⟦", heading, StringComparison.Ordinal));
        Assert.All(marked.Tables.SelectMany(table => table.Table.Columns.Append(table.Table.Caption)), text => Assert.Contains("⟦", text, StringComparison.Ordinal));
        Assert.All(marked.Cover!.Facts, fact => Assert.Contains("⟦", fact.Label, StringComparison.Ordinal));
        Assert.All(marked.Cover.Contents, chapter => Assert.Contains("⟦", chapter.Text, StringComparison.Ordinal));
    }

    /// <summary>English with a mark around each text.</summary>
    private static ReportTexts Marked()
    {
        var texts = ReportTexts.Of("en").Keys.Append("category.more")
            .ToDictionary(key => key, key => key.StartsWith("format.", StringComparison.Ordinal) ? ReportTexts.Of("en")[key] : $"⟦{ReportTexts.Of("en").Find(key)}⟧");
        return ReportTexts.Of("xx", JsonSerializer.SerializeToElement(texts));
    }

    /// <summary>The keys without the forms for a number.</summary>
    private static IEnumerable<string> Plain(ReportTexts texts) => texts.Keys.Select(key => Form().Replace(key, "")).Distinct();

    private static IEnumerable<string> PlacesOf(string text) => Place().Matches(text).Select(match => match.Value).Distinct().Order();

    private static string PatternOf(string interpolated) => $"^{string.Join(".+", Place().Split(interpolated).Select(Regex.Escape))}$";

    [GeneratedRegex("""(?<!\$)"(?<key>\w+(\.\w+)+)["]""")]
    private static partial Regex Literal();

    [GeneratedRegex("""\$"(?<key>\w+\.[^" ]*\{[^"]+)["]""")]
    private static partial Regex Family();

    [GeneratedRegex(@"\{[^{}]+\}")]
    private static partial Regex Place();

    [GeneratedRegex("#(zero|one|other)$")]
    private static partial Regex Form();
}
