using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Asks Klaviyo for everything that an erased profile could be found by. What cannot be read says so and proves nothing.</summary>
internal sealed class ProfileLook(KlaviyoClient klaviyo, ErasurePicture picture, int index, DateTimeOffset erasedAt)
{
    private readonly ProfileSearch _search = new(klaviyo);
    private readonly ProfilePicture _profile = picture.Profiles[index];

    /// <summary>The profile that the person was created anew as; null when none was seen.</summary>
    public KlaviyoResource<ProfileAttributes>? Anew { get; private set; }

    /// <summary>Of a profile that was deleted.</summary>
    public async Task<IReadOnlyList<SightingFact>> ForDeletedAsync(CancellationToken cancellationToken)
    {
        var (id, email, phone, externalId, _) = _profile.Identity;
        List<SightingFact> facts = [await FactAsync("profileId", async () => SeenIf(await klaviyo.Profiles.FindByIdAsync(id, cancellationToken: cancellationToken) is not null), cancellationToken)];
        if (email is not null)
            facts.Add(await HoldersAsync("email", new(email, null, null, null), identity => string.Equals(identity.Email, email, StringComparison.OrdinalIgnoreCase), cancellationToken));
        if (phone is not null)
            facts.Add(await HoldersAsync("phone", new(null, phone, null, null), identity => identity.Phone == phone, cancellationToken));
        if (externalId is not null)
            facts.Add(await HoldersAsync("externalId", new(null, null, externalId, null), identity => identity.ExternalId == externalId, cancellationToken));
        facts.Add(await FactAsync("lists", () => MembershipAsync([.. _profile.Lists.Select(list => list.Id)], cancellationToken), cancellationToken));
        facts.Add(await FactAsync("events", async () =>
            SeenIf(await klaviyo.Events.SearchAsync(EventFilter.Profile(id), pageSize: 1, cancellationToken: cancellationToken).ItemsAsync(cancellationToken).AnyAsync(cancellationToken)), cancellationToken));
        return facts;
    }

    /// <summary>Of a profile that stays: what was asked to be withdrawn.</summary>
    public async Task<IReadOnlyList<SightingFact>> ForWithdrawnAsync(IReadOnlyList<PlannedStep> plan, CancellationToken cancellationToken)
    {
        List<SightingFact> facts = [];
        HashSet<string> left = [.. plan.Where(step => step.Step == ErasureStep.LeaveList).Select(step => step.Target!)];
        if (left.Count > 0)
            facts.Add(await FactAsync("lists", () => MembershipAsync(left, cancellationToken), cancellationToken));
        foreach (var (step, by) in new[] { (ErasureStep.UnsubscribeEmail, "emailConsent"), (ErasureStep.UnsubscribeSms, "smsConsent") })
        {
            if (plan.Any(planned => planned.Step == step))
                facts.Add(await FactAsync(by, () => ConsentAsync(step, cancellationToken), cancellationToken));
        }

        return facts;
    }

    private async Task<SightingFact> HoldersAsync(string by, SubjectIdentity asked, Func<ProfileIdentity, bool> has, CancellationToken cancellationToken)
    {
        HashSet<string> known = [.. picture.Profiles.Where(profile => has(profile.Identity)).Select(profile => profile.Identity.Id)];
        return await FactAsync(by, async () =>
        {
            var holders = await _search.FindAsync(asked, cancellationToken);
            var trace = ProfileTrace.Of(by, holders.Select(holder => holder.Profile), _profile.Identity.Id, known, erasedAt);
            Anew ??= trace.Anew;
            return trace.Fact.Seen;
        }, cancellationToken);
    }

    private async Task<Seen> MembershipAsync(HashSet<string> lists, CancellationToken cancellationToken)
    {
        try
        {
            return SeenIf(await klaviyo.Profiles.GetListsAsync(_profile.Identity.Id, cancellationToken).ItemsAsync(cancellationToken)
                .AnyAsync(list => lists.Contains(list.Id), cancellationToken));
        }
        catch (KlaviyoNotFoundException)
        {
            return Seen.Absent;
        }
    }

    private async Task<Seen> ConsentAsync(ErasureStep step, CancellationToken cancellationToken)
    {
        var now = await klaviyo.Profiles.FindByIdAsync(_profile.Identity.Id, ProfileAdditionalFields.Subscriptions, cancellationToken);
        return SeenIf(now is not null && ConsentWithdrawal.Open(step, now.Attributes.Subscriptions) != ConsentChannels.None);
    }

    private static Seen SeenIf(bool there) => there ? Seen.Present : Seen.Absent;

    /// <summary>A refused key and a used-up quota are for the caller to wait for; one endpoint that refuses a good key cannot be read.</summary>
    private async Task<SightingFact> FactAsync(string by, Func<Task<Seen>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return new(by, await ask());
        }
        catch (KlaviyoAuthenticationException)
        {
            if (await KeyProbe.IsKeyRefusedAsync(klaviyo, cancellationToken))
                throw;
            return new(by, Seen.Unreadable);
        }
        catch (KlaviyoException fault) when (fault is not KlaviyoThrottledException)
        {
            return new(by, Seen.Unreadable);
        }
    }
}
