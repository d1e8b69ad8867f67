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
        var sealedBytes = Seal(plain, owner, key);
        CryptographicOperations.ZeroMemory(plain);
        return Convert.ToBase64String(sealedBytes);
    }

    /// <exception cref="CryptographicException">The text was changed, belongs to another owner or to another key.</exception>
    public static T Decrypt<T>(string text, string owner, byte[] key)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? JsonSerializer.Deserialize<T>(Open(bytes.AsSpan(0, length), owner, key), Json.Options)!
            : throw new CryptographicException("This is no cipher text.");
    }

    /// <summary>The same for bytes that are stored as bytes.</summary>
    public static byte[] Seal(ReadOnlySpan<byte> plain, string owner, byte[] key)
    {
        var sealedBytes = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = sealedBytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceBytes + TagBytes), sealedBytes.AsSpan(NonceBytes, TagBytes), Bind(owner));
        return sealedBytes;
    }

    /// <exception cref="CryptographicException">The bytes were changed, belong to another owner or to another key.</exception>
    public static byte[] Open(ReadOnlySpan<byte> sealedBytes, string owner, byte[] key)
    {
        if (sealedBytes.Length < NonceBytes + TagBytes)
            throw new CryptographicException("This is no cipher text.");
        var plain = new byte[sealedBytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(sealedBytes[..NonceBytes], sealedBytes[(NonceBytes + TagBytes)..], sealedBytes.Slice(NonceBytes, TagBytes), plain, Bind(owner));
        return plain;
    }

    private static byte[] Bind(string owner) => Encoding.UTF8.GetBytes(owner);
}
