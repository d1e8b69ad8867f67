namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>That somebody approved a preview.</summary>
/// <param name="Actor">The token subject.</param>
/// <param name="At">When.</param>
/// <param name="PreviewHash">What was approved.</param>
/// <param name="Profiles">Which profiles of it, by their index.</param>
internal sealed record Approval(string Actor, DateTimeOffset At, string PreviewHash, IReadOnlyList<int> Profiles);
