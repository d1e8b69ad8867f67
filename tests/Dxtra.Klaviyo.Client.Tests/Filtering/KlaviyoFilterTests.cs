namespace Dxtra.Klaviyo.Client.Tests;

public class KlaviyoFilterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 15, 14, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public void Texts_are_quoted_and_their_quotes_and_backslashes_escaped() =>
        Assert.Equal("""equals(name,"The \"VIP\" C:\\ list")""", KlaviyoFilter.Equals("name", """The "VIP" C:\ list""").Expression);

    [Fact]
    public void White_space_inside_a_value_is_kept() =>
        Assert.Equal("equals(name,\"VIP  List \")", KlaviyoFilter.Equals("name", "VIP  List ").Expression);

    [Fact]
    public void Times_are_bare_and_in_utc()
    {
        Assert.Equal("greater-than(updated,2026-07-15T12:00:00Z)", KlaviyoFilter.GreaterThan("updated", Noon).Expression);
        Assert.Equal(
            "less-or-equal(datetime,2026-07-15T12:00:00.000012Z)",
            KlaviyoFilter.LessOrEqual("datetime", Noon.AddMicroseconds(12)).Expression);
    }

    [Fact]
    public void Numbers_and_booleans_are_bare()
    {
        Assert.Equal("greater-or-equal(timestamp,1700503941)", KlaviyoFilter.GreaterOrEqual("timestamp", 1700503941).Expression);
        Assert.Equal("less-than(value,-0.5)", KlaviyoFilter.LessThan("value", -0.5m).Expression);
        Assert.Equal("equals(archived,true)", KlaviyoFilter.Equals("archived", true).Expression);
    }

    [Fact]
    public void Clauses_are_joined_by_commas_and_nothing_adds_nothing()
    {
        var both = EventFilter.Profile("01A").And(EventFilter.HasMetric).And(null);
        Assert.Equal("""equals(profile_id,"01A"),has(metric)""", both.Expression);
    }

    [Fact]
    public void Lists_of_values_stand_in_brackets()
    {
        Assert.Equal("""any(email,["a@example.com","b@example.com"])""", ProfileFilter.Email("a@example.com", "b@example.com").Expression);
        Assert.Equal("""equals(metric_id,["A","B"])""", EventFilter.Metric("A", "B").Expression);
        Assert.Equal("""equals(metric_id,"A")""", EventFilter.Metric("A").Expression);
    }

    [Fact]
    public void An_empty_list_is_refused_for_it_would_ask_for_everything() =>
        Assert.Throws<ArgumentException>(() => ProfileFilter.Email(Array.Empty<string>()));

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("email,\"x\"),equals(id")]
    [InlineData("email\n")]
    public void A_field_that_is_no_name_is_refused(string field) => Assert.Throws<ArgumentException>(() => KlaviyoFilter.Has(field));

    [Fact]
    public void Printing_a_filter_names_its_fields_and_no_values()
    {
        var filter = ProfileFilter.Email("ada@example.com").And(ProfileFilter.UpdatedAfter(Noon));
        Assert.Equal("filter on email, updated", filter.ToString());
    }
}
