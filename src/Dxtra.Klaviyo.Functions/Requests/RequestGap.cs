namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>A category that could not be read, and the reason.</summary>
internal sealed record RequestGap(string Category, GapReason Reason);
