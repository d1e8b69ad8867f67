using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Sandbox.Resources.Consents;

/// <summary>The two families of metrics that Klaviyo has for text messages.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TextNames>))]
internal enum TextNames
{
    /// <summary><c>Subscribed to SMS Marketing</c>, until July 2026.</summary>
    Sms,

    /// <summary><c>Subscribed to Text Messaging Marketing</c>, since.</summary>
    TextMessaging,
}
