namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>A scope of the key that the plan takes.</summary>
/// <param name="Scope">As Klaviyo spells it.</param>
/// <param name="State"><c>missing</c>: Klaviyo refused a read. <c>unknown</c>: only a write would show it.</param>
/// <param name="Text">What it is for, in words.</param>
internal sealed record WantedScope(string Scope, string State, string Text);
