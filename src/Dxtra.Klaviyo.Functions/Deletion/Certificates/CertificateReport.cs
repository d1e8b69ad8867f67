using Dxtra.Klaviyo.Certificates;
using Dxtra.Klaviyo.Functions.Reports;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What stands in the readable form of a certificate, in which order.</summary>
/// <param name="texts">In the certificate's language.</param>
/// <param name="genuine">What the signed file says.</param>
/// <param name="sha256">Of the signed file.</param>
internal sealed class CertificateReport(ReportTexts texts, CertificateVerdict.Genuine genuine, string sha256)
{
    private static readonly string[] Chapters = ["statement", "outcomes", "kept", "asked", "found", "done", "seen", "verify"];

    private readonly DeletionCertificate _certificate = genuine.Certificate;
    private readonly CertificateTables _tables = new(texts);
    private readonly CertificateFacts _facts = new(texts);

    public async Task WriteAsync(IReportWriter writer, CancellationToken cancellationToken)
    {
        var chapters = Chapters.Select(chapter => new ReportChapter(texts[$"certificate.chapter.{chapter}"], chapter)).ToList();
        await writer.BeginAsync(_facts.Cover(_certificate, chapters), cancellationToken);
        foreach (var chapter in chapters)
        {
            await writer.HeadingAsync(1, chapter.Text, chapter.Anchor, cancellationToken);
            await WriteAsync(chapter.Anchor, writer, cancellationToken);
        }

        await writer.EndAsync(cancellationToken);
    }

    private Task WriteAsync(string chapter, IReportWriter writer, CancellationToken cancellationToken) => chapter switch
    {
        "statement" => writer.BulletsAsync(_certificate.Statement, cancellationToken),
        "asked" => writer.FactsAsync([.. _facts.Asked(_certificate)], cancellationToken),
        "verify" => WriteVerifyAsync(writer, cancellationToken),
        _ => _tables.WriteAsync(chapter, _certificate, writer, cancellationToken),
    };

    private async Task WriteVerifyAsync(IReportWriter writer, CancellationToken cancellationToken)
    {
        await writer.ParagraphAsync(texts["certificate.verify.about"], cancellationToken);
        await writer.FactsAsync(
            [
                new(texts["certificate.verify.sha256"], sha256, Kind: ReportKind.Id),
                new(texts["certificate.verify.kid"], genuine.Kid, Kind: ReportKind.Id),
            ], cancellationToken);
        await writer.ParagraphAsync(texts["certificate.verify.how"], cancellationToken);
    }
}
