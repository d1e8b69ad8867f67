using CsCheck;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class SubjectRulesTests
{
    [Theory]
    [InlineData("ada@example.com")]
    [InlineData("Ada.Lovelace+tag@Sub.Example.CO.UK")]
    [InlineData("o'neill@example.com")]
    [InlineData("ö@exämple.com")]
    [InlineData("  ada@example.com ")]
    public void These_are_email_addresses(string text) => Assert.Equal(text.Trim(), Check(new(text, null, null, null)).Subject?.Email);

    [Theory]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("ada@")]
    [InlineData("@example.com")]
    [InlineData("ada@localhost")]
    [InlineData("ada@example..com")]
    [InlineData("ada@b@example.com")]
    [InlineData("Ada <ada@example.com>")]
    [InlineData("ada@example.com, bob@example.com")]
    [InlineData("ada@example.com;bob@example.com")]
    [InlineData("ada@example.com (Ada)")]
    [InlineData("\"a b\"@example.com")]
    [InlineData("ada@example.com\n")]
    [InlineData("ada@exam ple.com")]
    [InlineData("ada\u0000@example.com")]
    public void These_are_none(string text) => IsWrong("subject.email", new(text, null, null, null));

    [Fact]
    public void An_email_address_has_254_characters_at_most()
    {
        static string Long(int length) => new string('a', 60) + "@" + string.Join('.', Enumerable.Repeat(new string('b', 60), 3)) + "." + new string('c', length - 244);

        Assert.NotNull(Check(new(Long(254), null, null, null)).Subject);
        IsWrong("subject.email", new(Long(255), null, null, null));
        IsWrong("subject.email", new(Long(320), null, null, null));
    }

    [Theory]
    [InlineData("+15551234567", "+15551234567")]
    [InlineData(" +4915112345678 ", "+4915112345678")]
    [InlineData("+1 (555) 123-4567", "+15551234567")]
    [InlineData("+1-555-123-4567", "+15551234567")]
    [InlineData("+1.555.123.4567", "+15551234567")]
    [InlineData("+44 (0)20 7946 0018", "+442079460018")]
    [InlineData("+49\u00a0151\u00a012345678", "+4915112345678")]
    [InlineData("+39 06 1234 5678", "+390612345678")]
    public void A_phone_number_with_its_country_is_brought_into_one_form(string text, string e164) =>
        Assert.Equal(e164, Check(new(null, text, null, null)).Subject?.Phone);

    [Theory]
    [InlineData("")]
    [InlineData("15551234567")]
    [InlineData("(555) 123-4567")]
    [InlineData("0049 151 12345678")]
    [InlineData("+0123456789")]
    [InlineData("+999 123 456 789")]
    [InlineData("+1 555 123")]
    [InlineData("+1 123 4567")]
    [InlineData("+12345")]
    [InlineData("+1234567890123456")]
    [InlineData("+1 800 FLOWERS")]
    [InlineData("+1 555 123 4567 ext. 12")]
    [InlineData("+1555123456٧")]
    [InlineData("+15551234567\n")]
    [InlineData("+1555\u00001234567")]
    public void These_are_none_that_there_could_be(string text) => IsWrong("subject.phone", new(null, text, null, null));

    [Fact]
    public void What_is_wrong_with_a_number_says_how_to_write_it()
    {
        var errors = new FieldErrors();
        SubjectRules.Check(new(null, "0151 12345678", null, null), errors);

        Assert.Contains("country code", Assert.Single(errors.ToProblem().Errors!["subject.phone"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("crm/4711#ä")]
    [InlineData("x")]
    [InlineData("a \"quoted\" (id), with everything\\")]
    public void External_ids_are_what_the_shop_makes_them(string text) => Assert.Equal(text, Check(new(null, null, text, null)).Subject?.ExternalId);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\tb")]
    [InlineData("a\nb")]
    public void These_are_no_external_ids(string text) => IsWrong("subject.externalId", new(null, null, text, null));

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public void An_external_id_has_255_characters_at_most(int length, bool valid) =>
        Assert.Equal(valid, Check(new(null, null, new string('a', length), null)).Subject is not null);

    [Theory]
    [InlineData("01GDDKASAP8TKDDA2GRZDSVP4H", true)]
    [InlineData("", false)]
    [InlineData("../lists", false)]
    [InlineData("01GD?x=1", false)]
    [InlineData("01GD\n", false)]
    public void Profile_ids_fit_a_path(string text, bool valid) => Assert.Equal(valid, Check(new(null, null, null, text)).Subject is not null);

    [Fact]
    public void Somebody_must_be_named()
    {
        IsWrong("subject", null);
        IsWrong("subject", new(null, null, null, null));
    }

    [Fact]
    public void All_that_is_wrong_is_named_at_once() => Assert.Equal(
        ["subject.email", "subject.externalId", "subject.phone", "subject.profileId"], Check(new("a", "b", "\n", "/")).Fields.Order());

    [Fact]
    public void An_error_never_contains_what_was_given()
    {
        var texts = Gen.String[Gen.Char[' ', '\u00ff'], 6, 40].Select(text => "~" + text);
        Gen.Select(texts, texts, texts, texts).Sample((email, phone, externalId, profileId) =>
        {
            var errors = new FieldErrors();
            SubjectRules.Check(new(email, phone, externalId, profileId), errors);
            var said = string.Concat(errors.ToProblem().Errors!.Values.SelectMany(sentences => sentences));
            return new[] { email, phone, externalId, profileId }.All(text => !said.Contains(text.Trim(), StringComparison.Ordinal));
        });
    }

    [Fact]
    public void A_subject_that_slips_into_a_text_says_nothing()
    {
        var input = new SubjectInput("ada@example.com", null, null, null);
        var body = new AccessRequestBody(input, null, null, null, "Ada called.");

        Assert.DoesNotContain("ada", $"{input} {Some.Ada} {new SubjectEnvelope(Some.Ada, "Ada called.")} {body}", StringComparison.OrdinalIgnoreCase);
    }

    private static void IsWrong(string field, SubjectInput? input)
    {
        var (subject, fields) = Check(input);
        Assert.Null(subject);
        Assert.Equal([field], fields);
    }

    private static (SubjectIdentity? Subject, IEnumerable<string> Fields) Check(SubjectInput? input)
    {
        var errors = new FieldErrors();
        var subject = SubjectRules.Check(input, errors);
        return (subject, errors.ToProblem().Errors!.Keys);
    }
}
