using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>A step of the plan for one profile.</summary>
/// <param name="Step">What is done.</param>
/// <param name="Target">The id of the list that is left; null for other steps.</param>
internal sealed record PlannedStep(ErasureStep Step, string? Target = null);
