namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What a run of work on a deletion request is for.</summary>
internal enum DeletionPhase
{
    /// <summary>The person has yet to prove who they are: wait until that times out.</summary>
    Identity,

    /// <summary>Look at what would be deleted, and show it.</summary>
    Preview,

    /// <summary>Carry out what was approved, confirm and certify it.</summary>
    Execution,

    /// <summary>The request is over.</summary>
    None,
}
