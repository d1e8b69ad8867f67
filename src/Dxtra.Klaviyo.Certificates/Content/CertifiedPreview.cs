namespace Dxtra.Klaviyo.Certificates;

/// <summary>What was shown, and approved, before anything was done.</summary>
/// <param name="Hash">SHA-256 over what matters in it; 64 hex digits.</param>
/// <param name="At">As of when.</param>
/// <param name="ApprovalsNeeded">How many people had to approve.</param>
public sealed record CertifiedPreview(string Hash, DateTime At, int ApprovalsNeeded);
