using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>
/// Takes consent back. It goes by address or number, which creates a person who is not there and reaches everybody who has it: so the
/// profile must be there with the very identifier, and nobody who is not approved may have it.
/// </summary>
internal sealed class Unsubscribe : IErasureAct
{
    public IReadOnlyList<ErasureStep> Steps { get; } = [ErasureStep.UnsubscribeEmail, ErasureStep.UnsubscribeSms];

    public async Task<LedgerAnswer?> GuardAsync(StepAtHand step, CancellationToken cancellationToken)
    {
        var now = await step.Klaviyo.Profiles.FindByIdAsync(step.Profile.Identity.Id, ProfileAdditionalFields.Subscriptions, cancellationToken);
        if (now is null)
            return LedgerAnswer.AlreadyGone;
        if (!StillHasIt(step, ProfileIdentity.Of(now.Json)))
            return LedgerAnswer.NotTheirs;
        if (ConsentWithdrawal.Open(step.Step.Step, now.Attributes.Subscriptions) == ConsentChannels.None)
            return LedgerAnswer.NothingToDo;
        HashSet<string> approved = [.. step.Approved];
        var holders = await HoldersAsync(step, cancellationToken);
        return holders.All(holder => approved.Contains(holder.Profile.Id)) ? null : LedgerAnswer.NotTheirs;
    }

    public async Task<LedgerAnswer?> FindEffectAsync(StepAtHand step, CancellationToken cancellationToken)
    {
        var now = await step.Klaviyo.Profiles.FindByIdAsync(step.Profile.Identity.Id, ProfileAdditionalFields.Subscriptions, cancellationToken);
        if (now is null)
            return LedgerAnswer.AlreadyGone;
        return ConsentWithdrawal.Open(step.Step.Step, now.Attributes.Subscriptions) == ConsentChannels.None ? LedgerAnswer.Accepted : null;
    }

    public async Task<LedgerAnswer> CallAsync(StepAtHand step, CancellationToken cancellationToken)
    {
        var (_, email, phone, _, _) = step.Profile.Identity;
        var change = step.Step.Step == ErasureStep.UnsubscribeEmail
            ? new Unsubscription { Email = email, Channels = ConsentChannels.EmailMarketing }
            : new Unsubscription { PhoneNumber = phone, Channels = ConsentWithdrawal.Sms(step.Profile.SmsTransactional) };
        await step.Klaviyo.Subscriptions.UnsubscribeAsync([change], cancellationToken);
        return LedgerAnswer.Accepted;
    }

    private static bool StillHasIt(StepAtHand step, ProfileIdentity now)
    {
        var approved = step.Profile.Identity;
        return step.Step.Step == ErasureStep.UnsubscribeEmail
            ? approved.Email is not null && string.Equals(approved.Email, now.Email, StringComparison.OrdinalIgnoreCase)
            : approved.Phone is not null && approved.Phone == now.Phone;
    }

    private static Task<IReadOnlyList<FoundResource>> HoldersAsync(StepAtHand step, CancellationToken cancellationToken)
    {
        var (_, email, phone, _, _) = step.Profile.Identity;
        return new ProfileSearch(step.Klaviyo).FindAsync(
            step.Step.Step == ErasureStep.UnsubscribeEmail ? new SubjectIdentity(email, null, null, null) : new SubjectIdentity(null, phone, null, null), cancellationToken);
    }
}
