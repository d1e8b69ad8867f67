using System.Globalization;
using CsCheck;

namespace Dxtra.Klaviyo.Client.Tests;

public class KlaviyoFilterPropertyTests
{
    /// <summary>Any characters; those that matter to the grammar or to addresses more often, and one outside the basic plane.</summary>
    private static readonly Gen<string> AnyText = Gen.OneOf(
            Gen.Char.Where(character => !char.IsSurrogate(character)).Select(character => character.ToString()),
            Gen.Char["\"\\,()[]'+%&=#? \t\n@äß"].Select(character => character.ToString()),
            Gen.Const("😀"))
        .Array[0, 30].Select(string.Concat);

    private static readonly Gen<string> AnyField =
        Gen.OneOf(Gen.Const("email"), Gen.Const("subscriptions.email.marketing.suppression.reason"), Gen.Const("_kx"));

    [Fact]
    public void A_text_comes_back_as_it_went_in() => Gen.Select(AnyField, AnyText).Sample((field, text) =>
    {
        var parsed = Assert.Single(FilterParser.Parse(KlaviyoFilter.Equals(field, text).Expression));
        Assert.Equal(("equals", field, text), (parsed.Comparison, parsed.Field, Assert.Single(parsed.Values)));
    });

    [Fact]
    public void A_list_of_texts_comes_back_as_it_went_in() => AnyText.Array[1, 5].Sample(texts =>
    {
        var parsed = Assert.Single(FilterParser.Parse(KlaviyoFilter.Any("id", texts).Expression));
        Assert.Equal(texts, parsed.Values);
    });

    [Fact]
    public void Clauses_stay_apart_whatever_their_texts_hold() => AnyText.Array[1, 4].Sample(texts =>
    {
        var filter = texts.Select(text => KlaviyoFilter.Contains("name", text)).Aggregate((all, one) => all.And(one));
        Assert.Equal(texts, FilterParser.Parse(filter.Expression).Select(clause => Assert.Single(clause.Values)));
    });

    [Fact]
    public void A_number_is_bare_and_comes_back() => Gen.Decimal.Sample(number =>
    {
        var parsed = Assert.Single(FilterParser.Parse(KlaviyoFilter.GreaterThan("value", number).Expression));
        Assert.Equal(number, decimal.Parse(Assert.IsType<Bare>(Assert.Single(parsed.Values)).Text, CultureInfo.InvariantCulture));
    });

    [Fact]
    public void A_time_is_bare_ends_in_z_and_comes_back_to_the_microsecond() => Gen.DateTimeOffset.Sample(time =>
    {
        var parsed = Assert.Single(FilterParser.Parse(KlaviyoFilter.LessThan("updated", time).Expression));
        var text = Assert.IsType<Bare>(Assert.Single(parsed.Values)).Text;
        Assert.EndsWith("Z", text, StringComparison.Ordinal);
        var lost = time - DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
        Assert.InRange(lost, TimeSpan.Zero, TimeSpan.FromMicroseconds(1));
    });

    [Fact]
    public void A_filter_survives_its_way_through_a_query() => AnyText.Sample(text =>
    {
        var filter = KlaviyoFilter.Equals("email", text);
        var query = new KlaviyoQuery().Filter(filter).ToString();
        Assert.StartsWith("?filter=", query, StringComparison.Ordinal);
        Assert.DoesNotContain('+', query);
        Assert.Equal(filter.Expression, Uri.UnescapeDataString(query["?filter=".Length..]));
    });
}
