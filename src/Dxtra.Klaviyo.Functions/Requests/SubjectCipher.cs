using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>
/// AES-256-GCM over what may name a person: the clear subject of a request, a reason. What it belongs to (the request's id) is
/// authenticated with it, so a row's cipher text cannot be moved to another row. Layout: 12 bytes nonce, 16 bytes tag, the rest
/// cipher text; base64.
/// </summary>
internal static class SubjectCipher
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static string Encrypt<T>(T clear, string owner, byte[] key)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(clear, Json.Options);
        var sealedBytes = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = sealedBytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceBytes + TagBytes), sealedBytes.AsSpan(NonceBytes, TagBytes), Bind(owner));
        CryptographicOperations.ZeroMemory(plain);
        return Convert.ToBase64String(sealedBytes);
    }

    /// <exception cref="CryptographicException">The text was changed, belongs to another owner or to another key.</exception>
    public static T Decrypt<T>(string text, string owner, byte[] key)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length) || length < NonceBytes + TagBytes)
            throw new CryptographicException("This is no cipher text.");
        var sealedBytes = bytes.AsSpan(0, length);
        var plain = new byte[length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(sealedBytes[..NonceBytes], sealedBytes[(NonceBytes + TagBytes)..], sealedBytes.Slice(NonceBytes, TagBytes), plain, Bind(owner));
        return JsonSerializer.Deserialize<T>(plain, Json.Options)!;
    }

    private static byte[] Bind(string owner) => Encoding.UTF8.GetBytes(owner);
}
