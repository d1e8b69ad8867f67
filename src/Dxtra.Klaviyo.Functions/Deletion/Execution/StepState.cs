namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>How a try of a step ended.</summary>
internal enum StepState
{
    /// <summary>The ledger has its answer.</summary>
    Settled,

    /// <summary>It cannot be told whether the call arrived: look again after a pause.</summary>
    Uncertain,

    /// <summary>Klaviyo did not take it for now.</summary>
    Refused,

    /// <summary>Klaviyo does not take the key at all.</summary>
    KeyRefused,

    /// <summary>The request was cancelled before the first step, or another run has overtaken this one.</summary>
    Stopped,
}
