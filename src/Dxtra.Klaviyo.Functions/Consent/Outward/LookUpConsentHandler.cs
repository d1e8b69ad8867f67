using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Reads what Klaviyo holds of a person's consent; the log has it before the caller does.</summary>
internal sealed class LookUpConsentHandler(
    OutwardDoor door, OrderedPeople people, ControllerKeys keys, IKlaviyoConnections connections, IActivityLog activity, TimeProvider time)
{
    public async Task<LookResult<ConsentNowView>> HandleAsync(NewRequest<LookUpConsentBody> call, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        if (SubjectRules.Check(call.Body.Subject, errors) is not { } subject)
            return new LookResult<ConsentNowView>.Refused(errors.ToProblem());
        if (await door.RefuseAsync(call.Controller, call.ProcessorId, cancellationToken) is { } problem)
            return new LookResult<ConsentNowView>.Refused(problem);
        try
        {
            var klaviyo = await connections.OpenAsync(call.Controller, call.ProcessorId, due: null, cancellationToken);
            var person = (await people.ReadAsync(call.Controller, call.ProcessorId, klaviyo, [subject], cancellationToken))[0];
            var key = SubjectHash.Of(subject, await keys.HashingAsync(call.Controller, cancellationToken));
            await activity.AppendAsync(Entry(call, subject, key, person), cancellationToken);
            return new LookResult<ConsentNowView>.Seen(ConsentNowView.Of(key, person));
        }
        catch (KlaviyoException fault)
        {
            return new LookResult<ConsentNowView>.Refused(OutwardProblems.Of(fault));
        }
    }

    private ActivityEntry Entry(NewRequest<LookUpConsentBody> call, SubjectIdentity subject, string key, PersonNow person) => new()
    {
        ControllerDid = call.Controller,
        At = time.GetUtcNow(),
        Source = ActivitySource.Klaviyo,
        Type = ActivityType.ConsentLook,
        ProcessorId = call.ProcessorId,
        SubjectKey = key,
        SubjectMasked = SubjectMask.Of(subject),
        Actor = call.Actor,
        Fields = ["consent"],
        Outcome = person.Profiles.Count == 0 ? "NoSuchProfile" : "Shown",
    };
}
