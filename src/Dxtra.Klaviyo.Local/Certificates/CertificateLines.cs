using System.Globalization;
using Dxtra.Klaviyo.Certificates;

namespace Dxtra.Klaviyo.Local.Certificates;

/// <summary>What a genuine certificate certifies, in plain words.</summary>
internal static class CertificateLines
{
    public static IEnumerable<string> Of(CertificateVerdict.Genuine genuine) =>
        Origin(genuine).Concat(Content(genuine.Certificate)).Select(Printable);

    private static IEnumerable<string> Origin(CertificateVerdict.Genuine genuine)
    {
        yield return "VERIFIED. No byte of the certificate has changed since it was signed.";
        yield return $"Signed with the key {genuine.Kid}.";
        yield return genuine.IsPublished
            ? "The key is one of the published ones."
            : "Whose key that is, this check cannot tell: compare it with GET /api/.well-known/jwks.json of the issuer, or give that with --jwks.";
    }

    private static IEnumerable<string> Content(DeletionCertificate certificate)
    {
        yield return "";
        foreach (var fact in Facts(certificate))
            yield return fact;
        yield return "";
        foreach (var sentence in certificate.Statement)
            yield return sentence;
        foreach (var outcome in certificate.Outcomes)
            yield return $"Profile {outcome.Profile}: {outcome.Outcome}. {outcome.Says}";
    }

    private static IEnumerable<string> Facts(DeletionCertificate certificate)
    {
        var (issuer, request) = (certificate.Issuer, certificate.Request);
        yield return $"Certificate  {certificate.CertificateId}, issued {Time(certificate.IssuedAt)}";
        yield return $"Controller   {issuer.ControllerDid}{(issuer.Organization is { } name ? $" ({name})" : "")}";
        yield return $"Account      Klaviyo {issuer.KlaviyoAccountId}";
        yield return $"Request      {request.Id} ({request.Regulation}): {string.Join(", ", request.Scope)}";
        yield return $"Received     {Time(request.ReceivedAt)}";
        yield return $"Completed    {Time(request.CompletedAt)}";
    }

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Anybody can sign a file with a key of their own: what it says must not steer a terminal.</summary>
    private static string Printable(string line) => string.Concat(line.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter));
}
