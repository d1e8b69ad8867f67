using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Takes an order. As with requests, the promise to start is stored first, then the order, then its orchestration starts under the order's
/// id: a crash at any point leaves something for the sweep.
/// </summary>
internal sealed class SetConsentHandler(
    OutwardDoor door, IConsentOrderStore orders, IPendingStartStore pending, OrderVault vault, SubjectVault claims, IActivityLog activity, TimeProvider time)
{
    private const string Route = "consent";

    public async Task<SetConsentResult> HandleAsync(NewRequest<SetConsentBody> call, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var (now, errors) = (time.GetUtcNow(), new FieldErrors());
        if (SetConsentRules.Check(call.Body, now, errors) is not { } wish)
            return new SetConsentResult.Refused(errors.ToProblem());
        if (await door.RefuseAsync(call.Controller, call.ProcessorId, cancellationToken) is { } problem)
            return new SetConsentResult.Refused(problem);

        var order = await vault.MakeAsync(call.Controller, call.ProcessorId, wish, call.Actor, now, cancellationToken);
        var claim = call.IdempotencyKey is { } key
            ? await claims.ClaimOfAsync(call.Controller, $"{call.ProcessorId}/{Route}", key, call.Body, cancellationToken)
            : null;
        var start = new PendingStart(new(call.Controller, call.ProcessorId, order.Id), nameof(ConsentOrderOrchestrator), now);
        await pending.AddAsync(start, cancellationToken);
        var result = await AddAsync(order, claim, start, client, cancellationToken);
        await pending.RemoveAsync(start, cancellationToken);
        return result;
    }

    private async Task<SetConsentResult> AddAsync(
        ConsentOrder order, IdempotencyClaim? claim, PendingStart start, DurableTaskClient client, CancellationToken cancellationToken)
    {
        switch (await orders.AddAsync(order, claim, cancellationToken))
        {
            case ClaimResult.Repeated { RequestId: var earlier }:
                return new SetConsentResult.Accepted(await orders.FindAsync(order.ControllerDid, earlier, cancellationToken)
                    ?? throw new InvalidOperationException($"The consent order {earlier} that an earlier call made is missing."));
            case ClaimResult.KeyReused:
                return new SetConsentResult.Refused(RequestProblems.IdempotencyKeyReused);
            default:
                await activity.AppendAsync(
                    OutwardEntries.Of(order, ActivityType.ConsentOrdered, order.Actor, order.CreatedAt, "Received"), cancellationToken);
                await RequestIntake.StartAsync(start, client, cancellationToken);
                return new SetConsentResult.Accepted(order);
        }
    }
}
