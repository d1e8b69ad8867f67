namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>The body of <c>POST C/requests/{id}/approve</c>.</summary>
/// <param name="Profiles">The ids of the profiles that are the person's, of those that the request shows.</param>
/// <param name="PreviewHash">Of a deletion: the preview that is approved.</param>
internal sealed record ApproveRequestBody(IReadOnlyList<string>? Profiles, string? PreviewHash = null);
