namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What stands in a column of a row.</summary>
/// <param name="Text">In words.</param>
/// <param name="Time">The time itself, when it is one.</param>
/// <param name="IsWhole">It says all that was sent, so that the details need not.</param>
internal readonly record struct ReportCell(string Text, DateTimeOffset? Time = null, bool IsWhole = false);
