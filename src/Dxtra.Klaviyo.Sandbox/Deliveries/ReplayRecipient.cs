namespace Dxtra.Klaviyo.Sandbox.Deliveries;

/// <summary>The receiver of a delivery that is sent once more, byte for byte, as somebody would who had recorded it.</summary>
internal sealed class ReplayRecipient(IRecipient original, DeliveryCall call) : IRecipient
{
    public string Kind => "replay";

    public string Name => original.Name;

    public DeliveryCall? Prepare(Delivery delivery, DateTimeOffset now) => call;

    public bool Accepts(int status) => status is >= 200 and < 300;

    public TimeSpan? NextAttempt(Delivery delivery, DateTimeOffset now) => null;
}
