namespace Dxtra.Klaviyo.Sandbox.Specification;

/// <summary>
/// Stricter limits that hold when a parameter carries a value. All operations that know the parameter share them,
/// and no response header shows them.
/// </summary>
internal sealed record Surcharge(string Parameter, string Value, IReadOnlyList<Window> Limits);
