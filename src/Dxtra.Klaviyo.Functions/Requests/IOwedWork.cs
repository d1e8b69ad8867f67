namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Speaks for orchestrations that work off something else than a request.</summary>
internal interface IOwedWork
{
    /// <summary>The orchestration it speaks for.</summary>
    string Orchestrator { get; }

    /// <summary>What is to be worked off is there and wants it.</summary>
    Task<bool> IsOwedAsync(PendingStart start, CancellationToken cancellationToken);
}
