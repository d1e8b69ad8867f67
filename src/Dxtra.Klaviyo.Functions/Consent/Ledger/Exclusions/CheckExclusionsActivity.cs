using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Reads the consent of all who are pending again, a hundred in one call.</summary>
internal sealed class CheckExclusionsActivity(
    IExclusionStore store, Exclusions exclusions, ProfileSeal seal, IKlaviyoConnections connections, TimeProvider time)
{
    private const int InOneCall = 100;

    /// <summary>A look that is late does no harm: whoever waits for an answer goes first.</summary>
    private static readonly TimeSpan DueIn = TimeSpan.FromHours(1);

    internal sealed record Input(RequestWork Work);

    /// <returns>How many are left.</returns>
    [Function(nameof(CheckExclusionsActivity))]
    public Task<OrLater<int>> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken) =>
        Later.OrAsync(() => CheckAsync(input.Work, cancellationToken));

    private async Task<int> CheckAsync(RequestWork work, CancellationToken cancellationToken)
    {
        var pending = await store.ReadAsync(work.ControllerDid, work.ProcessorId, cancellationToken).ToListAsync(cancellationToken);
        if (pending.Count == 0)
            return 0;
        var klaviyo = await connections.OpenAsync(work.ControllerDid, work.ProcessorId, time.GetUtcNow() + DueIn, cancellationToken);
        var left = 0;
        foreach (var people in pending.GroupBy(one => one.Key.Subject).Chunk(InOneCall))
            left += await CheckAsync(klaviyo, people, cancellationToken);
        return left;
    }

    private async Task<int> CheckAsync(
        KlaviyoClient klaviyo, IReadOnlyList<IGrouping<LedgerSubject, PendingExclusion>> people, CancellationToken cancellationToken)
    {
        var ids = new Dictionary<LedgerSubject, string>();
        foreach (var person in people)
            ids[person.Key] = await seal.OpenAsync(person.Key, person.First().SealedProfile, cancellationToken);
        var found = await klaviyo.Profiles
            .SearchAsync(ProfileFilter.Id(ids.Values), ProfileAdditionalFields.Subscriptions, fields: [ProfileFields.Subscriptions], cancellationToken: cancellationToken)
            .ItemsAsync(cancellationToken).ToDictionaryAsync(profile => profile.Id, profile => profile.Attributes.Subscriptions ?? new(), cancellationToken: cancellationToken);
        var left = 0;
        foreach (var one in people.SelectMany(person => person))
        {
            var id = ids[one.Key.Subject];
            if (!await exclusions.SettleAsync(one, id, found.GetValueOrDefault(id), cancellationToken))
                left++;
        }

        return left;
    }
}
