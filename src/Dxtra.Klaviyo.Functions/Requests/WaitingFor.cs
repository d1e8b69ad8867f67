namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Why the work on a request stands still.</summary>
internal enum WaitingFor
{
    /// <summary>Klaviyo does not take the processor's key; the work goes on after rotation.</summary>
    Key,

    /// <summary>Klaviyo refuses or does not answer; it is asked again.</summary>
    Klaviyo,
}
