namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>A step of a deletion that was not done, or was not seen to be done.</summary>
/// <param name="Step">Which.</param>
/// <param name="Reason">Why, as one word that the documentation explains.</param>
internal sealed record OpenStep(ErasureStep Step, string Reason);
