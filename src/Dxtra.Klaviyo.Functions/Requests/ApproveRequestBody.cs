namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>The body of <c>POST C/requests/{id}/approve</c>: the profiles that are the person's, of those that the request shows.</summary>
internal sealed record ApproveRequestBody(IReadOnlyList<string>? Profiles);
