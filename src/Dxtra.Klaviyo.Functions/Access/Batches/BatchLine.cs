namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What came of a line. It names nobody.</summary>
/// <param name="Line">Its number.</param>
/// <param name="Status">What came of it.</param>
/// <param name="RequestId">The request made of it, or the one that it is a duplicate of.</param>
/// <param name="Errors">What is wrong, by field.</param>
internal sealed record BatchLine(int Line, BatchLineStatus Status, string? RequestId, IReadOnlyDictionary<string, string[]>? Errors);
