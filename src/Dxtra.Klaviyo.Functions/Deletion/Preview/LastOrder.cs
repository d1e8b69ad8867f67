namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>The latest order that the events show.</summary>
/// <param name="At">When it was placed.</param>
/// <param name="Value">Its value, when the shop sent it.</param>
/// <param name="Currency">Of the value, when the shop sent it.</param>
internal sealed record LastOrder(DateTimeOffset At, decimal? Value, string? Currency);
