using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Plans an order as it would be planned right before it is sent, and tells what else Klaviyo would do. Nothing is stored but that it was
/// asked.
/// </summary>
internal sealed class PreviewConsentHandler(
    OutwardDoor door, OrderVault vault, OrderedPeople people, IKlaviyoConnections connections, IActivityLog activity, TimeProvider time)
{
    public async Task<LookResult<ConsentPreviewView>> HandleAsync(NewRequest<SetConsentBody> call, CancellationToken cancellationToken)
    {
        var (now, errors) = (time.GetUtcNow(), new FieldErrors());
        if (SetConsentRules.Check(call.Body, now, errors) is not { } wish)
            return new LookResult<ConsentPreviewView>.Refused(errors.ToProblem());
        if (await door.RefuseAsync(call.Controller, call.ProcessorId, cancellationToken) is { } problem)
            return new LookResult<ConsentPreviewView>.Refused(problem);
        var order = await vault.MakeAsync(call.Controller, call.ProcessorId, wish, call.Actor, now, cancellationToken);
        try
        {
            var at = await ReadAsync(order, wish, cancellationToken);
            var entry = OutwardEntries.Of(order, ActivityType.ConsentPreview, call.Actor, now, "Shown");
            await activity.AppendAsync(entry with { RequestId = null }, cancellationToken);
            return new LookResult<ConsentPreviewView>.Seen(ConsentPreviewView.Of(at));
        }
        catch (KlaviyoException fault)
        {
            return new LookResult<ConsentPreviewView>.Refused(OutwardProblems.Of(fault));
        }
    }

    private async Task<OrderAtHand> ReadAsync(ConsentOrder order, ConsentWish wish, CancellationToken cancellationToken)
    {
        var klaviyo = await connections.OpenAsync(order.ControllerDid, order.ProcessorId, due: null, cancellationToken);
        var person = (await people.ReadAsync(order.ControllerDid, order.ProcessorId, klaviyo, [wish.Subject], cancellationToken))[0];
        var list = order.ListId is { } id ? await OrderedLists.ReadAsync(klaviyo, id, person.Profiles, cancellationToken) : null;
        return new(order, wish.Subject, person, list);
    }
}
