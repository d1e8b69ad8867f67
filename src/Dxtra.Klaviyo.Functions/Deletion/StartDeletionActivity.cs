using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Says what a run of work on a deletion request is for.</summary>
internal sealed class StartDeletionActivity(IRequestStore requests, IOptions<DeletionOptions> options)
{
    internal sealed record Input(RequestWork Work);

    /// <param name="Phase">What the run is for.</param>
    /// <param name="IdentityDueAt">Until when the identity may be proven.</param>
    /// <param name="Pace">What the run waits by.</param>
    internal sealed record Output(DeletionPhase Phase, DateTimeOffset IdentityDueAt, ErasurePace Pace);

    [Function(nameof(StartDeletionActivity))]
    public async Task<Output> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken)
    {
        var work = input.Work;
        var request = await requests.FindAsync(work.ControllerDid, work.RequestId, cancellationToken);
        if (request?.Deletion is not { } deletion)
            throw new InvalidOperationException($"There is no deletion request {work.RequestId}.");
        return new(PhaseOf(request, deletion, work.Run), deletion.IdentityDueAt, ErasurePace.Of(options.Value));
    }

    private static DeletionPhase PhaseOf(SubjectRequest request, DeletionCase deletion, int run) => (request, deletion) switch
    {
        ({ IsOver: true }, _) => DeletionPhase.None,
        _ when request.Run != run => DeletionPhase.None,
        (_, { Identity: null }) => DeletionPhase.Identity,
        (_, { Execution: null }) => DeletionPhase.Preview,
        _ => DeletionPhase.Execution,
    };
}
