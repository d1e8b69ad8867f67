using Dxtra.Klaviyo.Certificates;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>A certificate that was issued.</summary>
/// <param name="Issued">What the request says of it.</param>
/// <param name="File">The signed file.</param>
/// <param name="Genuine">What it says.</param>
internal sealed record SignedCertificate(IssuedCertificate Issued, byte[] File, CertificateVerdict.Genuine Genuine);
