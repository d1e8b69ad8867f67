namespace Dxtra.Klaviyo.Sandbox.Pipeline;

/// <summary>Sends a response body; a fault can do it slowly, partly or brokenly.</summary>
internal delegate Task BodyDelivery(HttpResponse response, ReadOnlyMemory<byte> body);
