using System.Text;

namespace Dxtra.Klaviyo.Certificates;

/// <summary>
/// The file of a certificate, byte for byte: <c>{"certificate":‹payload›,"jws":"‹protected›..‹signature›"}</c> and a line feed. The JWS
/// is detached (RFC 7515, appendix F): what it signs is the payload's bytes as they stand in the file. Nothing else may stand there, so
/// that every byte of the file is either signed or known beforehand.
/// </summary>
internal static class CertificateFile
{
    private const string Detached = "..";

    private static readonly byte[] Before = Encoding.ASCII.GetBytes("{\"certificate\":");
    private static readonly byte[] Between = Encoding.ASCII.GetBytes(",\"jws\":\"");
    private static readonly byte[] After = Encoding.ASCII.GetBytes("\"}\n");

    public static byte[] Join(CertificateParts parts) =>
        [.. Before, .. parts.Payload.Span, .. Between, .. Encoding.ASCII.GetBytes($"{parts.Header}{Detached}{parts.Signature}"), .. After];

    /// <summary>Whether this is meant to be a certificate, however broken.</summary>
    public static bool Begins(ReadOnlySpan<byte> file) => file.StartsWith(Before);

    /// <summary>Null when a byte is not where it belongs. The last <c>,"jws":"</c> counts: no payload can hide one behind the real one.</summary>
    public static CertificateParts? Split(ReadOnlyMemory<byte> file)
    {
        var between = file.Span.LastIndexOf(Between);
        if (!Begins(file.Span) || !file.Span.EndsWith(After) || between < Before.Length || between + Between.Length > file.Length - After.Length)
            return null;

        var jws = file.Span[(between + Between.Length)..^After.Length];
        var parts = Encoding.ASCII.GetString(jws).Split(Detached);
        return parts is [var header, var signature] ? new(file[Before.Length..between], header, signature) : null;
    }
}
