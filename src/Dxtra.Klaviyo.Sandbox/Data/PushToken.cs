namespace Dxtra.Klaviyo.Sandbox.Data;

internal sealed record PushToken(string Id, string Token, string Platform, string Status, string DeviceModel, DateTimeOffset Created);
