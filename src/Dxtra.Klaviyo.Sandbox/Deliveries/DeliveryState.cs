using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Sandbox.Deliveries;

[JsonConverter(typeof(DeliveryStateConverter))]
internal enum DeliveryState
{
    /// <summary>On its way, or waiting for another attempt.</summary>
    Waiting,
    Accepted,

    /// <summary>No attempt is left, or nobody wants it any more.</summary>
    GivenUp,
}
