namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>The latest preview of a deletion; the preview itself lies in Blob storage.</summary>
/// <param name="Number">1 for the first of the request.</param>
/// <param name="Hash">SHA-256 over what matters in it, 64 hex digits; an approval names it.</param>
/// <param name="At">As of when.</param>
/// <param name="ApprovalsNeeded">1, or 2 when there is more than one profile or when identifiers disagree.</param>
internal sealed record PreviewStamp(int Number, string Hash, DateTimeOffset At, int ApprovalsNeeded);
