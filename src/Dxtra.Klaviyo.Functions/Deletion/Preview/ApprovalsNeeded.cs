namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>How many people must approve, and why more than one.</summary>
/// <param name="Count">1 or 2.</param>
/// <param name="Reasons">In words; empty for one.</param>
internal sealed record ApprovalsNeeded(int Count, IReadOnlyList<string> Reasons);
