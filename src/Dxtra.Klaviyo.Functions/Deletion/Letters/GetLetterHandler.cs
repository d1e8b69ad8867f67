using System.Text;
using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Reports;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Writes the letter to the person from the certificate.</summary>
internal sealed class GetLetterHandler(CertificateDesk desk, IOptions<LetterOptions> options)
{
    public const string Text = "text";
    public const string Html = "html";

    public Task<HandOutResult> HandleAsync(HandOutCommand command, CancellationToken cancellationToken) => desk.HandOutAsync(
        command, ActivityType.LetterDownload, command.Format == Html ? HtmlAsync : TextAsync, cancellationToken);

    private Task<HandOutResult.Ready> TextAsync(SignedCertificate signed, CancellationToken cancellationToken)
    {
        var text = Encoding.UTF8.GetBytes(LetterText.Write(LetterOf(signed)));
        return Task.FromResult(new HandOutResult.Ready(text, "text/plain; charset=utf-8", Name(signed, "txt")));
    }

    private async Task<HandOutResult.Ready> HtmlAsync(SignedCertificate signed, CancellationToken cancellationToken)
    {
        using var file = new MemoryStream();
        await LetterHtml.WriteAsync(LetterOf(signed), file, cancellationToken);
        return new(file.ToArray(), "text/html; charset=utf-8", Name(signed, "html"));
    }

    private Letter LetterOf(SignedCertificate signed)
    {
        var certificate = signed.Genuine.Certificate;
        return new LetterContent(ReportTexts.Of(certificate.Language), certificate, options.Value.Contact.Trim()).Letter();
    }

    private static string Name(SignedCertificate signed, string extension) => $"letter-{signed.Issued.Id}.{extension}";
}
