namespace Dxtra.Klaviyo.Certificates;

/// <summary>The person.</summary>
/// <param name="KeyedHash">HMAC-SHA256 of the identifier that they gave, with a key of the controller; 64 hex digits.</param>
public sealed record CertifiedSubject(string KeyedHash);
