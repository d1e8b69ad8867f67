using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>
/// Looks at the approved profiles again before anything is done. When the picture changed in what matters, the approval is void and the
/// request waits for another one, of a new preview. From the first entry of the ledger on, what was approved is carried to its end.
/// </summary>
internal sealed class RecheckPictureActivity(
    IRequestStore requests, PictureVault pictures, PictureRecheck recheck, IKlaviyoConnections connections, ErasureBook book)
{
    internal sealed record Input(RequestWork Work);

    /// <param name="Unchanged">False: stop here.</param>
    /// <param name="Plan">The steps of each approved profile, by its index in the preview, in order.</param>
    /// <param name="Refused">Klaviyo does not take the key: come again.</param>
    internal sealed record Output(bool Unchanged, IReadOnlyDictionary<int, IReadOnlyList<PlannedStep>> Plan, WaitingFor? Refused = null);

    [Function(nameof(RecheckPictureActivity))]
    public Task<OrLater<Output>> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken) =>
        Later.OrAsync(() => RecheckAsync(input.Work, cancellationToken));

    private async Task<Output> RecheckAsync(RequestWork work, CancellationToken cancellationToken)
    {
        var request = await requests.FindAsync(work.ControllerDid, work.RequestId, cancellationToken);
        if (request is not { IsOver: false, Deletion: { Execution: { } execution, Preview: { } preview } deletion } || request.Run != work.Run)
            return Stop;
        var approved = await pictures.ReadAsync(work, preview.Number, cancellationToken);
        IReadOnlyCollection<int>? gone = [];
        try
        {
            if (!execution.Started)
                gone = await recheck.LookAsync(work, request, approved, cancellationToken);
        }
        catch (KlaviyoAuthenticationException)
        {
            return Stop with { Refused = await RefusedAsync(work, request, cancellationToken) };
        }

        if (gone is null)
            return Stop;
        await book.WaitAsync(work, null, cancellationToken);
        return new(true, deletion.Picked.ToDictionary(
            index => index, index => gone.Contains(index) ? ErasurePlan.OfGone(deletion.Scope) : ErasurePlan.Of(deletion.Scope, approved.Profiles[index])));
    }

    private async Task<WaitingFor> RefusedAsync(RequestWork work, SubjectRequest request, CancellationToken cancellationToken)
    {
        var klaviyo = await connections.OpenAsync(work.ControllerDid, work.ProcessorId, request.DueAt, cancellationToken);
        var refused = await KeyProbe.IsKeyRefusedAsync(klaviyo, cancellationToken) ? WaitingFor.Key : WaitingFor.Klaviyo;
        await book.WaitAsync(work, refused, cancellationToken);
        return refused;
    }

    private static Output Stop { get; } = new(false, new Dictionary<int, IReadOnlyList<PlannedStep>>());
}
