using Dxtra.Klaviyo.Certificates;
using Microsoft.IdentityModel.Tokens;

namespace Dxtra.Klaviyo.Local.Certificates;

/// <summary>Checks a certificate that lies in a file.</summary>
internal static class CertificateCheck
{
    private const long LargestFile = 64 * 1024 * 1024;

    /// <exception cref="LauncherException">It is not genuine, or cannot be read; the message says which.</exception>
    public static async Task<CertificateVerdict.Genuine> RunAsync(string file, string? published, CancellationToken ct)
    {
        var keys = published is null ? null : KeysOf(published, await ReadAsync(published, ct));
        return CertificateVerifier.Verify(await ReadAsync(file, ct), keys) switch
        {
            CertificateVerdict.Genuine genuine => genuine,
            CertificateVerdict.Malformed { What: var what } => throw Not($"The certificate is malformed: {what}."),
            CertificateVerdict.Changed { Kid: var kid } => throw Not(
                $"The certificate was changed: its signature by the key {kid} does not fit it."),
            CertificateVerdict.UnknownKey { Kid: var kid } => throw Not($"The certificate is signed with the key {kid}, which is not in {published}."),
            CertificateVerdict.UnknownVersion { Kid: var kid, Version: var version } => throw Not(
                $"The certificate is signed with the key {kid}, but it has the form {version}, which this version cannot read. Use a newer one."),
            _ => throw Not("The file is not a certificate of a deletion."),
        };
    }

    private static LauncherException Not(string reason) => new($"NOT VERIFIED. {reason}");

    private static async Task<byte[]> ReadAsync(string path, CancellationToken ct)
    {
        try
        {
            if (new FileInfo(path).Length > LargestFile)
                throw new LauncherException($"{path} is too large.");
            return await File.ReadAllBytesAsync(path, ct);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new LauncherException($"{path} cannot be read: {fault.Message}", fault);
        }
    }

    private static JsonWebKeySet KeysOf(string path, byte[] json)
    {
        try
        {
            return new JsonWebKeySet(System.Text.Encoding.UTF8.GetString(json));
        }
        catch (ArgumentException fault)
        {
            throw new LauncherException($"{path} is no set of keys (JWKS).", fault);
        }
    }
}
