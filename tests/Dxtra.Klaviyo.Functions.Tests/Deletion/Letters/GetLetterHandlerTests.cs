using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class GetLetterHandlerTests
{
    private CertificateFixture? _fixture;

    [Fact]
    public async Task As_text_it_fits_an_email_and_is_logged()
    {
        var ready = await GetAsync("text");
        var text = Encoding.UTF8.GetString(ready.Content).Replace(_fixture!.Work.RequestId, "01REQUEST", StringComparison.Ordinal);

        Assert.Equal("text/plain; charset=utf-8", ready.ContentType);
        Assert.Equal(Examples.Read("letter.txt"), text);
        Assert.Equal(ActivityType.LetterDownload, Assert.Single(_fixture.Activity.Entries).Type);
    }

    [Fact]
    public async Task As_a_page_it_needs_nothing_else_and_says_the_same()
    {
        var page = Encoding.UTF8.GetString((await GetAsync("html")).Content);
        var text = Encoding.UTF8.GetString((await GetAsync("text")).Content);
        var document = await new HtmlParser().ParseDocumentAsync(page);

        Assert.Equal("en", document.DocumentElement.GetAttribute("lang"));
        Assert.DoesNotContain("http", page.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(Words(text), Words(document.Body!.TextContent), StringComparer.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("html")]
    public async Task Nobody_is_named_in_it(string format)
    {
        var text = Encoding.UTF8.GetString((await GetAsync(format)).Content);

        Assert.All(CertificateFixture.Clear, clear => Assert.DoesNotContain(clear, text, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(Some.Request().SubjectMasked, text, StringComparison.Ordinal);
    }

    private async Task<HandOutResult.Ready> GetAsync(string format)
    {
        if (_fixture is null)
        {
            _fixture = await CertificateFixture.CreateAsync();
            await _fixture.IssueAsync();
        }

        var handler = new GetLetterHandler(_fixture.Desk, Options.Create(new LetterOptions { Contact = " privacy@shop.example " }));
        return Assert.IsType<HandOutResult.Ready>(
            await handler.HandleAsync(new(_fixture.Work.ControllerDid, _fixture.Work.RequestId, format, "user-1"), default));
    }

    /// <summary>Without the marks that only text needs, and wherever lines break.</summary>
    private static IEnumerable<string> Words(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(word => word != "-");
}
