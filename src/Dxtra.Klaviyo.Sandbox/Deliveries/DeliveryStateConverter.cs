using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Sandbox.Deliveries;

/// <summary>In camelCase, as the control interface writes everything.</summary>
internal sealed class DeliveryStateConverter() : JsonStringEnumConverter<DeliveryState>(JsonNamingPolicy.CamelCase);
