using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>
/// AES-256-GCM over the clear subject of one request. The request's id is authenticated with it, so a row's cipher text
/// cannot be moved to another row. Layout: 12 bytes nonce, 16 bytes tag, the rest cipher text; base64.
/// </summary>
internal static class SubjectCipher
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static string Encrypt(SubjectEnvelope envelope, string requestId, byte[] key)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(envelope, Json.Options);
        var sealedBytes = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = sealedBytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceBytes + TagBytes), sealedBytes.AsSpan(NonceBytes, TagBytes), Bind(requestId));
        CryptographicOperations.ZeroMemory(plain);
        return Convert.ToBase64String(sealedBytes);
    }

    /// <exception cref="CryptographicException">The text was changed, belongs to another request or to another key.</exception>
    public static SubjectEnvelope Decrypt(string text, string requestId, byte[] key)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length) || length < NonceBytes + TagBytes)
            throw new CryptographicException("This is no cipher text of a subject.");
        var sealedBytes = bytes.AsSpan(0, length);
        var plain = new byte[length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(sealedBytes[..NonceBytes], sealedBytes[(NonceBytes + TagBytes)..], sealedBytes.Slice(NonceBytes, TagBytes), plain, Bind(requestId));
        return JsonSerializer.Deserialize<SubjectEnvelope>(plain, Json.Options)!;
    }

    private static byte[] Bind(string requestId) => Encoding.UTF8.GetBytes(requestId);
}
