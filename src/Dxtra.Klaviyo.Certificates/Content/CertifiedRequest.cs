namespace Dxtra.Klaviyo.Certificates;

/// <summary>What was asked, and when.</summary>
/// <param name="Id">The request.</param>
/// <param name="Run">The run of work that this certifies: a request can be carried out again.</param>
/// <param name="Regulation">The law, such as <c>gdpr</c>.</param>
/// <param name="Scope">What was asked for: <c>emailLists, smsLists, profile, engagement, events</c>.</param>
/// <param name="ReceivedAt">When the person asked.</param>
/// <param name="CreatedAt">When we were told.</param>
/// <param name="CompletedAt">When the work was over.</param>
public sealed record CertifiedRequest(
    string Id, int Run, string Regulation, IReadOnlyList<string> Scope, DateTime ReceivedAt, DateTime CreatedAt, DateTime CompletedAt);
