using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Reads profiles that changed since a time, or all, oldest first, and compares each with the ledger.</summary>
internal sealed class ReadProfilesActivity(
    IKlaviyoConnections connections, ConsentMetrics metrics, ProfilePages pages, IOptions<ConsentOptions> options, TimeProvider time)
{
    private static readonly TimeSpan DueIn = TimeSpan.FromMinutes(5);

    /// <summary>Klaviyo's times of change and of creation have whole seconds, and their bounds are exclusive.</summary>
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    private static readonly string[] Fields =
    [
        ProfileFields.Email, ProfileFields.PhoneNumber, ProfileFields.ExternalId, ProfileFields.Created, ProfileFields.Updated, ProfileFields.Subscriptions,
    ];

    /// <param name="Work">The cycle's.</param>
    /// <param name="Full">All of them, by their creation.</param>
    /// <param name="Since">Exclusive; null: from the beginning.</param>
    /// <param name="NewsSince">Null: nothing that is found where nothing was known is news.</param>
    internal sealed record Input(RequestWork Work, bool Full, DateTimeOffset? Since, DateTimeOffset? NewsSince);

    [Function(nameof(ReadProfilesActivity))]
    public Task<OrLater<SyncPiece>> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken) =>
        Later.OrAsync(() => SyncPiece.OrRefusalAsync(() => ReadAsync(input, cancellationToken)));

    private async Task<SyncPiece> ReadAsync(Input input, CancellationToken cancellationToken)
    {
        var klaviyo = await connections.OpenAsync(input.Work.ControllerDid, input.Work.ProcessorId, time.GetUtcNow() + DueIn, cancellationToken);
        var (tally, read, reach) = (new SyncTally(), 0, new SyncReach(input.Since));
        await foreach (var page in SearchAsync(klaviyo, input, cancellationToken))
        {
            tally += await pages.TakeAsync(input.Work, page.Items, input.NewsSince, cancellationToken);
            reach.See(page.Items.Select(profile => input.Full ? profile.Attributes.Created : profile.Attributes.Updated));
            if (++read >= options.Value.PagesPerStep && page.HasMore && reach.After(OneSecond) is { } next)
                return new(tally, next);
        }

        // What no event told may have had an event of a metric that is new: the next cycle asks for it too.
        if (tally.Changes > 0)
            await metrics.OfAsync(input.Work.ControllerDid, input.Work.ProcessorId, isNewPossible: true, cancellationToken);
        return new(tally);
    }

    private static IAsyncEnumerable<KlaviyoPage<ProfileAttributes>> SearchAsync(KlaviyoClient klaviyo, Input input, CancellationToken cancellationToken)
    {
        var filter = input.Since is not { } since ? null : input.Full ? ProfileFilter.CreatedAfter(since) : ProfileFilter.UpdatedAfter(since);
        return klaviyo.Profiles.SearchAsync(
            filter, ProfileAdditionalFields.Subscriptions, fields: Fields,
            sort: input.Full ? ProfileSort.OldestFirst : ProfileSort.OldestUpdateFirst, cancellationToken: cancellationToken);
    }
}
