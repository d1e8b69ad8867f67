namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>A certificate that was issued.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">When.</param>
/// <param name="BlobName">The signed JSON file.</param>
/// <param name="Sha256">64 hex digits over that file.</param>
internal sealed record IssuedCertificate(string Id, DateTimeOffset At, string BlobName, string Sha256);
