namespace Dxtra.Klaviyo.Sandbox.Deliveries;

/// <summary>Where deliveries go, and what is done when they do not get through. Used while the data's gate is held.</summary>
internal interface IRecipient
{
    /// <summary><c>webhook</c>, <c>flow</c> or <c>replay</c>.</summary>
    string Kind { get; }

    /// <summary>The webhook's id, or the name of the flow's webhook.</summary>
    string Name { get; }

    /// <returns>The call as it is to be made now; null when nobody wants it any more.</returns>
    DeliveryCall? Prepare(Delivery delivery, DateTimeOffset now);

    bool Accepts(int status);

    /// <summary>Called after a failed attempt, which is the last of the delivery's.</summary>
    /// <returns>How long until the next; null when it is given up.</returns>
    TimeSpan? NextAttempt(Delivery delivery, DateTimeOffset now);
}
