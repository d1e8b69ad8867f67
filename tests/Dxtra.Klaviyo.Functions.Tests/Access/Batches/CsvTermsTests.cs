using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class CsvTermsTests
{
    [Fact]
    public void What_holds_for_all_stands_in_the_query()
    {
        var (terms, fields) = Read("?formats=json,csv&regulation=ccpa&receivedAt=2026-01-31T08:30:00%2B01:00");

        Assert.Equal(["json", "csv"], terms.Formats!);
        Assert.Equal(("ccpa", new DateTimeOffset(2026, 1, 31, 8, 30, 0, TimeSpan.FromHours(1))), (terms.Regulation, terms.ReceivedAt));
        Assert.Empty(fields);
    }

    [Fact]
    public void What_is_left_out_is_left_to_the_defaults() => Assert.Equal(new(null, null, null, null, null), Read("").Terms);

    [Theory]
    [InlineData("2026-01-31")]
    [InlineData("2026-01-31T08:30:00")]
    [InlineData("2026-01-31T08:30:00+01:00")]
    [InlineData("\"")]
    [InlineData("yesterday")]
    public void A_time_has_its_offset(string text) => Assert.Equal(["receivedAt"], Read($"?receivedAt={text}").Fields);

    [Fact]
    public void A_passphrase_stands_in_a_header() => Assert.Equal("correct horse battery", Read("", "correct horse battery").Terms.Passphrase);

    [Fact]
    public void A_passphrase_in_the_address_is_refused()
    {
        var (terms, fields) = Read("?passphrase=correct+horse+battery");

        Assert.Equal((null, "passphrase"), (terms.Passphrase, Assert.Single(fields)));
    }

    private static (AccessRequestBody Terms, IEnumerable<string> Fields) Read(string query, string? passphrase = null)
    {
        var (request, errors) = (HttpCall.Context().Request, new FieldErrors());
        request.QueryString = new QueryString(query);
        if (passphrase is not null)
            request.Headers[CsvTerms.PassphraseHeader] = passphrase;
        var terms = CsvTerms.Read(request, errors);
        return (terms, errors.ToProblem().Errors!.Keys);
    }
}
