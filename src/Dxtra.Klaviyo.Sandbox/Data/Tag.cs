namespace Dxtra.Klaviyo.Sandbox.Data;

internal sealed record Tag(string Id, string Name);
