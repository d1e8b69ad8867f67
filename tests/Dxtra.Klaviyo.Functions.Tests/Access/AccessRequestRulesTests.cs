namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class AccessRequestRulesTests
{
    private static readonly AccessRequestBody Good = new(new("ada@example.com", null, null, null), ["json"], "ccpa", Some.Now.AddDays(-1), "a note");

    [Fact]
    public void A_good_body_becomes_an_order()
    {
        var order = Check(Good).Order;

        Assert.Equal(Some.Ada, order?.Subject);
        Assert.Equal(["json"], order?.Formats);
        Assert.Equal(("ccpa", Some.Now.AddDays(-1), "a note"), (order?.Regulation.Id, order?.ReceivedAt, order?.Note));
    }

    [Fact]
    public void What_is_left_out_has_a_default()
    {
        var order = Check(new(Good.Subject, null, null, null, null)).Order;

        Assert.Equal(["json"], order?.Formats);
        Assert.Equal(("gdpr", Some.Now), (order?.Regulation.Id, order?.ReceivedAt));
    }

    [Fact]
    public void A_format_asked_for_twice_is_made_once() => Assert.Equal(["json"], Check(Good with { Formats = ["json", "json"] }).Order?.Formats);

    [Fact]
    public void No_formats_are_the_default() => Assert.Equal(["json"], Check(Good with { Formats = [] }).Order?.Formats);

    [Fact]
    public void A_subject_is_needed() => IsWrong("subject", Good with { Subject = null });

    [Theory]
    [InlineData("JSON")]
    [InlineData("xml")]
    [InlineData(null)]
    public void An_unknown_format_is_an_error(string? format) => IsWrong("formats", Good with { Formats = ["json", format!] });

    [Fact]
    public void An_unknown_regulation_is_an_error() => IsWrong("regulation", Good with { Regulation = "GDPR" });

    [Fact]
    public void Nothing_is_received_in_the_future() => IsWrong("receivedAt", Good with { ReceivedAt = Some.Now.AddMinutes(6) });

    [Fact]
    public void A_clock_that_is_a_little_ahead_is_no_mistake()
    {
        var errors = new FieldErrors();

        Assert.NotNull(AccessRequestRules.Check(Good with { ReceivedAt = Some.Now.AddMinutes(4) }, Some.Now, errors));
    }

    [Fact]
    public void Nor_in_a_time_that_no_table_can_keep() => IsWrong("receivedAt", Good with { ReceivedAt = DateTimeOffset.MinValue });

    [Fact]
    public void It_may_have_lain_about_for_years() => Assert.NotNull(Check(Good with { ReceivedAt = Some.Now.AddYears(-9) }).Order);

    [Theory]
    [InlineData(4000, true)]
    [InlineData(4001, false)]
    public void A_note_has_4000_characters_at_most(int length, bool good) => Assert.Equal(good, Check(Good with { Note = new('a', length) }).Order is not null);

    [Theory]
    [InlineData("correct horse battery", true)]
    [InlineData("too short", false)]
    [InlineData("", false)]
    public void A_passphrase_follows_its_rule(string passphrase, bool good)
    {
        var (order, fields) = Check(Good with { Passphrase = passphrase });

        Assert.Equal(good ? passphrase : null, order?.Passphrase);
        Assert.Equal(good ? [] : ["passphrase"], fields);
    }

    [Theory]
    [InlineData("漢", 4_000, true)]
    [InlineData("😀", 1_160, true)]
    [InlineData("😀", 1_170, false)]
    public void A_note_that_would_not_fit_its_place_is_too_long(string letter, int count, bool good) =>
        Assert.Equal(good, Check(Good with { Note = string.Concat(Enumerable.Repeat(letter, count)) }).Order is not null);

    [Theory]
    [InlineData("two\r\nlines\tand a tab", true)]
    [InlineData("a bell\u0007", false)]
    [InlineData("nothing\u0000", false)]
    public void A_note_has_no_other_control_characters_than_line_breaks_and_tabs(string note, bool good) =>
        Assert.Equal(good, Check(Good with { Note = note }).Order is not null);

    [Fact]
    public void All_that_is_wrong_is_told_at_once() => Assert.Equal(
        ["formats", "note", "receivedAt", "regulation", "subject.email"],
        Check(new(new("x", null, null, null), ["x"], "x", Some.Now.AddDays(1), new('x', 5000))).Fields.Order());

    private static void IsWrong(string field, AccessRequestBody body)
    {
        var (order, fields) = Check(body);
        Assert.Null(order);
        Assert.Equal([field], fields);
    }

    private static (AccessOrder? Order, IEnumerable<string> Fields) Check(AccessRequestBody body)
    {
        var errors = new FieldErrors();
        var order = AccessRequestRules.Check(body, Some.Now, errors);
        return (order, errors.ToProblem().Errors!.Keys);
    }
}
