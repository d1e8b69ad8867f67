using Dxtra.Klaviyo.Functions.Hosting.Pdf;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class PdfDocumentTests
{
    /// <summary>More than two levels of a tree hold.</summary>
    private const int Pages = (64 * 64) + 70;

    [Fact]
    public async Task Thousands_of_pages_are_found_by_their_numbers()
    {
        using var read = UglyToad.PdfPig.PdfDocument.Open(await WriteAsync(Pages));

        Assert.Equal(Pages, read.NumberOfPages);
        Assert.All([1, 2, 64, 65, 128, 4096, 4097, Pages], number => Assert.Equal($"page {number}", read.GetPage(number).Text));
    }

    [Fact]
    public async Task An_object_that_was_reserved_and_never_written_is_a_mistake_that_is_told()
    {
        using var file = new PdfFile(Stream.Null);
        file.Reserve();
        var catalog = file.Add($"<</Type/Catalog>>");

        await Assert.ThrowsAsync<InvalidOperationException>(() => file.EndAsync(catalog, catalog, default));
    }

    private static async Task<byte[]> WriteAsync(int pages)
    {
        using var file = new MemoryStream();
        using var document = new PdfDocument(new ForwardStream(file));
        var style = new PdfTextStyle(PdfFonts.Regular, 10, 12, "0 0 0");
        for (var number = 1; number <= pages; number++)
        {
            var page = document.BeginPage();
            var element = document.Structure.Open(document.Structure.Document, "P");
            page.Begin(element);
            new PdfTextBlock(document.Fonts).Add($"page {number}", PdfFonts.Regular).Break(200, 10).Draw(page.Content, 0, 1, 50, 700, style);
            page.End();
            document.Structure.Close(element);
            document.EndPage(page);
            await document.File.FlushWhenFullAsync(default);
        }

        await document.EndAsync(new("Title", "en", "Tests"), "", new PdfBuffer(), default);
        return file.ToArray();
    }
}
