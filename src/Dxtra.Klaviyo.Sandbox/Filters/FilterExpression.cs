namespace Dxtra.Klaviyo.Sandbox.Filters;

/// <summary>One clause as it was written, before its field and values are checked.</summary>
/// <param name="Operator"><c>equals</c>, <c>has</c>, …</param>
/// <param name="Field">The dotted name of the field.</param>
/// <param name="Values">None for <c>has(field)</c>.</param>
/// <param name="IsList">Whether the values stood in brackets.</param>
internal sealed record FilterExpression(string Operator, string Field, IReadOnlyList<FilterLiteral> Values, bool IsList);
