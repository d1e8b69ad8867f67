namespace Dxtra.Klaviyo.Certificates;

/// <summary>What a certificate's file is put together from.</summary>
/// <param name="Payload">The certificate itself, a JSON object.</param>
/// <param name="Header">The protected header, base64url.</param>
/// <param name="Signature">The signature, base64url.</param>
internal sealed record CertificateParts(ReadOnlyMemory<byte> Payload, string Header, string Signature);
