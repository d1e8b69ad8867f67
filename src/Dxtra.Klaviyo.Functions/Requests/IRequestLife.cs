using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>How requests of a kind take the moves that all kinds share; each capability registers its own.</summary>
internal interface IRequestLife
{
    RequestKind Kind { get; }

    /// <summary>Somebody approves what the request shows.</summary>
    Task<ChangeRequestResult> ApproveAsync(
        SubjectRequest request, ApproveRequestBody body, string actor, DurableTaskClient client, CancellationToken cancellationToken);

    /// <summary>Somebody gives the request up.</summary>
    Task<ChangeRequestResult> CancelAsync(SubjectRequest request, string actor, CancellationToken cancellationToken);

    /// <summary>Somebody wants what did not succeed to be tried again.</summary>
    Task<ChangeRequestResult> RetryAsync(SubjectRequest request, string actor, DurableTaskClient client, CancellationToken cancellationToken);
}
