namespace Dxtra.Klaviyo.Sandbox.Control;

/// <param name="Into">The id of the profile that stays.</param>
/// <param name="Lingers">The old id goes on to answer, bare of everything.</param>
internal sealed record MergeTarget(string Into, bool Lingers = false);
