namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>A list or segment to add.</summary>
internal sealed record NewGroup(string Name);
