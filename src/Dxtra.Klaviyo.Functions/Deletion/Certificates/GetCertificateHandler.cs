using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Reports;
using Dxtra.Klaviyo.Functions.Reports.Pdf;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>The signed file as it is, byte for byte, or a document that is made from it.</summary>
internal sealed class GetCertificateHandler(CertificateDesk desk)
{
    public const string Json = "json";
    public const string Pdf = "pdf";

    public Task<HandOutResult> HandleAsync(HandOutCommand command, CancellationToken cancellationToken) => desk.HandOutAsync(
        command, ActivityType.CertificateDownload, command.Format == Pdf ? PdfAsync : JsonAsync, cancellationToken);

    private static Task<HandOutResult.Ready> JsonAsync(SignedCertificate signed, CancellationToken cancellationToken) =>
        Task.FromResult(new HandOutResult.Ready(signed.File, "application/json", $"certificate-{signed.Issued.Id}.json"));

    private static async Task<HandOutResult.Ready> PdfAsync(SignedCertificate signed, CancellationToken cancellationToken)
    {
        using var file = new MemoryStream();
        using (var writer = new PdfReportWriter(file))
        {
            var texts = ReportTexts.Of(signed.Genuine.Certificate.Language);
            await new CertificateReport(texts, signed.Genuine, signed.Issued.Sha256).WriteAsync(writer, cancellationToken);
        }

        return new(file.ToArray(), "application/pdf", $"certificate-{signed.Issued.Id}.pdf");
    }
}
