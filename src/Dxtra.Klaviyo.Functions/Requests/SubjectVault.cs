using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Seals a subject for its request and opens it again, with the keys of the controller.</summary>
internal sealed class SubjectVault(ControllerKeys keys)
{
    public async Task<SealedSubject> SealAsync(
        string controller, string requestId, SubjectEnvelope envelope, CancellationToken cancellationToken)
    {
        var hashing = await keys.HashingAsync(controller, cancellationToken);
        var encryption = await keys.EncryptionAsync(controller, cancellationToken);
        return new(
            SubjectCipher.Encrypt(envelope, requestId, encryption),
            SubjectHash.Of(envelope.Subject, hashing),
            SubjectMask.Of(envelope.Subject));
    }

    public async Task<SubjectEnvelope> OpenAsync(SubjectRequest request, CancellationToken cancellationToken) =>
        SubjectCipher.Decrypt<SubjectEnvelope>(request.SubjectCipherText, request.Id, await keys.EncryptionAsync(request.ControllerDid, cancellationToken));

    /// <summary>Seals the reason of a request's extension: it may name people.</summary>
    public async Task<string> SealReasonAsync(SubjectRequest request, string reason, CancellationToken cancellationToken) =>
        SubjectCipher.Encrypt(reason, ReasonOf(request), await keys.EncryptionAsync(request.ControllerDid, cancellationToken));

    public async Task<string> OpenReasonAsync(SubjectRequest request, string cipherText, CancellationToken cancellationToken) =>
        SubjectCipher.Decrypt<string>(cipherText, ReasonOf(request), await keys.EncryptionAsync(request.ControllerDid, cancellationToken));

    /// <summary>The subject sealed anew without its passphrase.</summary>
    public async Task<string> WithoutPassphraseAsync(SubjectRequest request, CancellationToken cancellationToken)
    {
        var envelope = await OpenAsync(request, cancellationToken);
        return SubjectCipher.Encrypt(
            envelope with { Passphrase = null }, request.Id, await keys.EncryptionAsync(request.ControllerDid, cancellationToken));
    }

    /// <summary>Keyed hashes of an idempotency key, bound to its route, and of the body it came with.</summary>
    public async Task<IdempotencyClaim> ClaimOfAsync(
        string controller, string route, string key, object body, CancellationToken cancellationToken)
    {
        var hashing = await keys.HashingAsync(controller, cancellationToken);
        return new(
            Hash(hashing, Encoding.UTF8.GetBytes($"{route}\n{key}")),
            Hash(hashing, JsonSerializer.SerializeToUtf8Bytes(body, Json.Options)));
    }

    private static string ReasonOf(SubjectRequest request) => $"{request.Id}/reason";

    private static string Hash(byte[] key, byte[] message) => Convert.ToHexStringLower(HMACSHA256.HashData(key, message));
}
