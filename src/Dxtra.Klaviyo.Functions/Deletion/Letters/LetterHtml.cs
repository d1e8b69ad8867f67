using Dxtra.Klaviyo.Functions.Reports;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>A letter as an HTML page that needs nothing else, with the look of reports.</summary>
internal static class LetterHtml
{
    public static async Task WriteAsync(Letter letter, Stream stream, CancellationToken cancellationToken)
    {
        var style = new HtmlStyle(letter.Title);
        await using var html = new HtmlOutput(stream);
        html.Markup("<!DOCTYPE html>\n<html lang=\"").Text(letter.Language).Markup("\">\n<head>\n<meta charset=\"utf-8\"/>\n")
            .Markup($"<meta http-equiv=\"Content-Security-Policy\" content=\"{style.Policy}\"/>\n")
            .Markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
            .Markup("<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>")
            .Text(letter.Title).Markup("</title>\n<style>").Markup(style.Text).Markup("</style>\n</head>\n<body>\n<header>\n<h1>")
            .Text(letter.Title).Markup("</h1>\n<p class=\"lead\">").Text(letter.Opening).Markup("</p>\n</header>\n<main>\n");
        foreach (var part in letter.Parts)
            Write(html, part);
        html.Markup("</main>\n<footer>").Text(letter.Closing).Markup("</footer>\n</body>\n</html>\n");
        await html.EmptyAsync(cancellationToken);
    }

    private static void Write(HtmlOutput html, LetterPart part)
    {
        html.Markup("<section class=\"l2\">\n<h2>").Text(part.Heading).Markup(part.IsList ? "</h2>\n<ul>" : "</h2>\n");
        foreach (var sentence in part.Sentences)
            html.Markup(part.IsList ? "<li>" : "<p>").Text(sentence).Markup(part.IsList ? "</li>\n" : "</p>\n");
        html.Markup(part.IsList ? "</ul>\n</section>\n" : "</section>\n");
    }
}
