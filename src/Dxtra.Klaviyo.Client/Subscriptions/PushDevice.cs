namespace Dxtra.Klaviyo.Client;

/// <summary>An app on a device, as far as consent wants it named.</summary>
/// <param name="Token">From Apple or Google.</param>
/// <param name="Platform"><c>ios</c> or <c>android</c>.</param>
/// <param name="Vendor"><c>apns</c> or <c>fcm</c>.</param>
public sealed record PushDevice(string Token, string Platform, string Vendor)
{
    /// <summary>The type alone: this is a person's data and does not belong in a log.</summary>
    public override string ToString() => nameof(PushDevice);
}
