using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// What is done with a page of profiles: held against the erased people, compared with the ledger, and those who unsubscribed lately seen out
/// of reach, or not yet.
/// </summary>
internal sealed class ProfilePages(
    ILedgerStore ledger, ConsentDesk desk, Exclusions exclusions, ReappearanceWatch watch, IdentifierHashes hashes, IOptions<ConsentOptions> options,
    TimeProvider time)
{
    /// <summary>Whoever is pending longer was given up.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(1);

    public async Task<SyncTally> TakeAsync(
        RequestWork work, IReadOnlyList<KlaviyoResource<ProfileAttributes>> profiles, DateTimeOffset? newsSince, CancellationToken cancellationToken)
    {
        var (controller, processorId, now) = (work.ControllerDid, work.ProcessorId, time.GetUtcNow());
        await watch.SeeAsync(controller, processorId, [.. profiles.Select(IdentityOf)], "sync", cancellationToken);
        var people = await ReadAsync(controller, processorId, profiles, cancellationToken);
        var look = new ComparisonTimes(now, newsSince, options.Value.SkewWindow, options.Value.SettleTime);
        var news = people.SelectMany(person => ProfileComparison.Find(person.Profile, person.Held, look)).ToList();
        var taken = await desk.TakeAllAsync(controller, processorId, news, cancellationToken);
        var told = taken.Histories.Where(history => history.Changes.Count > 0).Select(history => history.Key.Subject).ToHashSet();
        var lately = people.Where(person => told.Contains(person.Subject) || person.Held.Any(held => IsLatelyOut(held, now))).ToList();
        await SideBySide.SelectAsync(lately, person => exclusions.SettleAsync(
            person.Subject, person.Profile.Id, person.Profile.Attributes.Subscriptions ?? new(), cancellationToken), cancellationToken);
        return SyncTally.Of(taken, fresh: null) with { Profiles = profiles.Count };
    }

    private async Task<IReadOnlyList<Person>> ReadAsync(
        string controller, string processorId, IReadOnlyList<KlaviyoResource<ProfileAttributes>> profiles, CancellationToken cancellationToken)
    {
        var hashOf = await hashes.OfProfileIdsAsync(controller, cancellationToken);
        return await SideBySide.SelectAsync(profiles, async profile =>
        {
            var subject = new LedgerSubject(controller, processorId, hashOf(profile.Id));
            return new Person(profile, subject, await ledger.ReadHeldAsync(subject, withLists: false, cancellationToken));
        }, cancellationToken);
    }

    private static bool IsLatelyOut(ConsentHeld held, DateTimeOffset now) =>
        held.State is ConsentState.Unsubscribed or ConsentState.Suppressed && now - held.SeenAt < Lately;

    private static ProfileIdentity IdentityOf(KlaviyoResource<ProfileAttributes> profile) =>
        new(profile.Id, profile.Attributes.Email, profile.Attributes.PhoneNumber, profile.Attributes.ExternalId);

    private sealed record Person(KlaviyoResource<ProfileAttributes> Profile, LedgerSubject Subject, IReadOnlyList<ConsentHeld> Held);
}
