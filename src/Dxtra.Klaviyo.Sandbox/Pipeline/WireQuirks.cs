namespace Dxtra.Klaviyo.Sandbox.Pipeline;

/// <summary>Deviations that one observer or another reported of the real API's answers. Off unless switched on.</summary>
internal sealed record WireQuirks
{
    /// <summary>An event's <c>datetime</c> has a space in place of the T.</summary>
    public bool SpacedEventTimes { get; init; }

    /// <summary>Each further page of events begins with the last event of the page before.</summary>
    public bool EventsRepeatAtSeams { get; init; }

    /// <summary>The events of a page are shuffled; pages keep their order.</summary>
    public bool EventsOutOfOrder { get; init; }

    /// <summary>Documents carry an attribute that no specification names, as a future one might.</summary>
    public bool UnknownAttributes { get; init; }
}
