using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Checks a batch line by line, stores it and starts <see cref="BatchOrchestrator"/>. As with one request, the promise to start comes
/// first, so that a crash at any point leaves something for <see cref="StartSweepHandler"/> to find.
/// </summary>
internal sealed class RequestBatchHandler(
    IProcessorStore processors, IBatchStore batches, IPendingStartStore pending, BatchLines lines, SubjectVault vault, TimeProvider time)
{
    public async Task<RequestBatchResult> HandleAsync(RequestBatchCommand command, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var (now, errors) = (time.GetUtcNow(), new FieldErrors());
        AccessRequestRules.CheckTerms(command.Input.Terms, now, errors);
        if (errors.Any)
            return new RequestBatchResult.Invalid(errors);
        if (await processors.FindAsync(command.Controller, command.ProcessorId, cancellationToken) is not { } processor)
            return new RequestBatchResult.NoProcessor();
        if (processor.Status is not (ProcessorStatus.Active or ProcessorStatus.Error))
            return new RequestBatchResult.NotActive(processor.Status);

        var batch = new AccessBatch(DescendingId.New(now), command.Controller, command.ProcessorId, command.Actor, now, Chunks: 0);
        var made = await lines.MakeAsync(batch, command.Input.Entries, command.NameOf, cancellationToken);
        batch = batch with { Chunks = 1 + (made.Max(line => line.Chunk) ?? -1) };
        return await AcceptAsync(batch, made, await ClaimAsync(command, cancellationToken), client, cancellationToken) switch
        {
            ClaimResult.Repeated { RequestId: var earlier } => new RequestBatchResult.Accepted(earlier),
            ClaimResult.KeyReused => new RequestBatchResult.KeyReused(),
            _ => new RequestBatchResult.Accepted(batch.Id),
        };
    }

    private async Task<ClaimResult> AcceptAsync(
        AccessBatch batch, IReadOnlyList<StoredLine> made, IdempotencyClaim? claim, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var start = new PendingStart(batch.Work(), nameof(BatchOrchestrator), batch.CreatedAt);
        await pending.AddAsync(start, cancellationToken);
        var result = await batches.ClaimAsync(batch, made, claim, cancellationToken);
        if (result is ClaimResult.Claimed)
            await RequestIntake.StartAsync(start, client, cancellationToken);
        await pending.RemoveAsync(start, cancellationToken);
        return result;
    }

    private async Task<IdempotencyClaim?> ClaimAsync(RequestBatchCommand command, CancellationToken cancellationToken) =>
        command.IdempotencyKey is not { } key
            ? null
            : await vault.ClaimOfAsync(command.Controller, $"{command.ProcessorId}/access-requests/batch", key, command.Fingerprint, cancellationToken);
}
