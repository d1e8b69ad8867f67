namespace Dxtra.Klaviyo.Sandbox.Data;

internal sealed record ReviewedProduct(string Id, string Name, string Url);
