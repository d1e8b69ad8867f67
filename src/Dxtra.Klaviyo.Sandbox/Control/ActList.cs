namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>What is done, in this order.</summary>
internal sealed record ActList(IReadOnlyList<Act> Acts);
