namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>The body of <c>POST C/requests/{id}/execute</c>.</summary>
/// <param name="PreviewHash">The approved preview.</param>
internal sealed record ExecuteRequestBody(string? PreviewHash);
