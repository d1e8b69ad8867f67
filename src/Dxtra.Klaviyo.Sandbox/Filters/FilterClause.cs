namespace Dxtra.Klaviyo.Sandbox.Filters;

/// <summary>A clause whose field, operator and values fit the operation.</summary>
/// <param name="Operator"><c>equals</c>, <c>any</c>, <c>greater-than</c>, …</param>
/// <param name="Field">The dotted name of the field.</param>
/// <param name="Values"><see cref="string"/>, <see cref="double"/>, <see cref="bool"/> or <see cref="DateTimeOffset"/>; empty for <c>has</c>.</param>
internal sealed record FilterClause(string Operator, string Field, IReadOnlyList<object> Values)
{
    public object Value => Values[0];

    public IEnumerable<string> Texts => Values.OfType<string>();
}
