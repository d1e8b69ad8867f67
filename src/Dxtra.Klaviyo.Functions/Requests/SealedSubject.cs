namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>What is stored of a subject: cipher text, keyed hash, mask.</summary>
internal sealed record SealedSubject(string CipherText, string Key, string Masked);
