using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Something that will happen.</summary>
/// <param name="Step">What.</param>
/// <param name="Target">The id of the list; null for other steps.</param>
/// <param name="Text">The same in words.</param>
internal sealed record StepPreview(ErasureStep Step, string? Target, string Text);
