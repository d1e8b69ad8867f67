using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>One look at one profile: writes down what was seen. A repeat of the same look finds it written.</summary>
internal sealed class LookForProfileActivity(
    IRequestStore requests, IErasureLedger ledger, ErasureBook book, PictureVault pictures, IKlaviyoConnections connections, TimeProvider time)
{
    internal sealed record Input(RequestWork Work, int Profile, int Look, IReadOnlyList<PlannedStep> Plan);

    /// <param name="IsDecided">Nothing more is to be learned.</param>
    /// <param name="KeyRefused">Klaviyo does not take the key: come again.</param>
    internal sealed record Output(bool IsDecided, bool KeyRefused);

    [Function(nameof(LookForProfileActivity))]
    public Task<OrLater<Output>> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken) =>
        Later.OrAsync(() => LookAsync(input, cancellationToken));

    private async Task<Output> LookAsync(Input input, CancellationToken cancellationToken)
    {
        var work = input.Work;
        if (await IsDecidedAsync(input, cancellationToken))
            return new(true, false);
        var request = await requests.FindAsync(work.ControllerDid, work.RequestId, cancellationToken)
            ?? throw new InvalidOperationException($"There is no request {work.RequestId}.");
        var picture = await pictures.ReadAsync(work, request.Deletion!.Preview!.Number, cancellationToken);
        var klaviyo = await connections.OpenAsync(work.ControllerDid, work.ProcessorId, request.DueAt, cancellationToken);
        var look = new ProfileLook(klaviyo, picture, input.Profile, request.Deletion.Execution!.At);
        IReadOnlyList<SightingFact> facts;
        try
        {
            facts = input.Plan.Any(step => step.Step == ErasureStep.Delete)
                ? await look.ForDeletedAsync(cancellationToken)
                : await look.ForWithdrawnAsync(input.Plan, cancellationToken);
        }
        catch (KlaviyoAuthenticationException) when (!cancellationToken.IsCancellationRequested)
        {
            await book.WaitAsync(work, WaitingFor.Key, cancellationToken);
            return new(false, true);
        }

        await book.WaitAsync(work, null, cancellationToken);
        if (look.Anew is { } anew)
            await RememberAsync(work, klaviyo, anew, facts, cancellationToken);
        await ledger.AddAsync(
            work.ControllerDid,
            new Sighting(work.RequestId, work.Run, input.Look, input.Profile, picture.Profiles[input.Profile].ProfileKey, time.GetUtcNow(), facts), cancellationToken);
        return new(await IsDecidedAsync(input, cancellationToken), false);
    }

    private async Task<bool> IsDecidedAsync(Input input, CancellationToken cancellationToken)
    {
        var record = await ErasureRecord.ReadAsync(ledger, input.Work, cancellationToken);
        return record.VerdictOf(input.Profile, input.Plan).IsFinal;
    }

    private async Task RememberAsync(
        RequestWork work, KlaviyoClient klaviyo, KlaviyoResource<ProfileAttributes> anew, IReadOnlyList<SightingFact> facts, CancellationToken cancellationToken)
    {
        var (cause, source) = await ReturnCause.FindAsync(klaviyo, anew.Id, cancellationToken);
        var seen = new Reappearance(
            time.GetUtcNow(), "confirmation", [.. facts.Where(fact => fact.Seen == Seen.CreatedAnew).Select(fact => fact.By)], anew.Attributes.Created, cause, source);
        await requests.UpdateAsync(
            work.ControllerDid, work.RequestId, Actors.System,
            current => current.Run == work.Run ? current with { Deletion = current.Deletion! with { Reappearance = current.Deletion.Reappearance ?? seen } } : current,
            cancellationToken);
    }
}
