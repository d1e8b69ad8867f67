using Dxtra.Klaviyo.Functions.Reports;
using Dxtra.Klaviyo.Functions.Reports.Pdf;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The report as a PDF file.</summary>
internal sealed class PdfExportWriter(ReportTexts texts) : IExportWriter
{
    private readonly ReportContent _content = new(texts);

    public string Format => ExportFormats.Pdf;

    public string Extension => "pdf";

    public string ContentType => "application/pdf";

    public async Task WriteAsync(ExportSource source, Stream stream, CancellationToken cancellationToken)
    {
        using var writer = new PdfReportWriter(stream);
        await _content.WriteAsync(source, writer, cancellationToken);
    }
}
