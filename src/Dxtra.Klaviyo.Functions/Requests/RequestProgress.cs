namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>How far the work on a request is; the custom status of its orchestration.</summary>
/// <param name="Step">What is being done, in one word of the capability.</param>
/// <param name="Done">Units done.</param>
/// <param name="Total">Units in all; 0 while that is not known.</param>
/// <param name="Unit">What is counted.</param>
internal sealed record RequestProgress(string Step, int Done, int Total, string Unit);
