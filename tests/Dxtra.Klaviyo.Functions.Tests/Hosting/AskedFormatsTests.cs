namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class AskedFormatsTests
{
    private static readonly AskedFormats Formats = new(("json", "application/json"), ("pdf", "application/pdf"));

    [Theory]
    [InlineData("", null, "json")]
    [InlineData("", "*/*", "json")]
    [InlineData("", "application/pdf", "pdf")]
    [InlineData("", "application/json;q=0.5, application/pdf", "pdf")]
    [InlineData("", "text/html, application/pdf;q=0.1", "pdf")]
    [InlineData("", "image/png", "json")]
    [InlineData("", "not a type", "json")]
    [InlineData("?format=PDF", null, "pdf")]
    [InlineData("?format=json", "application/pdf", "json")]
    [InlineData("?format=docx", "application/pdf", null)]
    public void The_query_wins_then_the_header_then_the_first(string query, string? accept, string? format)
    {
        var request = HttpCall.Context().Request;
        request.QueryString = new(query);
        request.Headers.Accept = accept;

        Assert.Equal(format, Formats.Of(request));
    }

    [Fact]
    public void A_format_that_there_is_not_is_told_with_those_there_are() =>
        Assert.Equal((400, "format is one of json, pdf."), (Formats.Problem.Status, Formats.Problem.Detail));
}
