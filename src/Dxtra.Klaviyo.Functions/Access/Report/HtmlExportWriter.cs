using Dxtra.Klaviyo.Functions.Reports;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The report as an HTML file.</summary>
internal sealed class HtmlExportWriter(ReportTexts texts) : IExportWriter
{
    private readonly ReportContent _content = new(texts);

    public string Format => ExportFormats.Html;

    public string Extension => "html";

    public string ContentType => "text/html; charset=utf-8";

    public async Task WriteAsync(ExportSource source, Stream stream, CancellationToken cancellationToken)
    {
        await using var writer = new HtmlReportWriter(stream, texts);
        await _content.WriteAsync(source, writer, cancellationToken);
    }
}
