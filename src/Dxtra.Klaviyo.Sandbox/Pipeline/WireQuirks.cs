namespace Dxtra.Klaviyo.Sandbox.Pipeline;

/// <summary>Deviations that one observer or another reported of the real API's answers. Off unless switched on.</summary>
internal sealed record WireQuirks
{
    /// <summary>An event's <c>datetime</c> has a space in place of the T.</summary>
    public bool SpacedEventTimes { get; init; }

    /// <summary>Documents carry an attribute that no specification names, as a future one might.</summary>
    public bool UnknownAttributes { get; init; }
}
