namespace Dxtra.Klaviyo.Sandbox.Data;

internal sealed record Metric(string Id, string Name, Integration Integration, DateTimeOffset Created, DateTimeOffset Updated);
