using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Holds an approved picture against what is there now; when that differs in what matters, shows it and has it approved anew.</summary>
internal sealed class PictureRecheck(
    IRequestStore requests, SubjectVault vault, ControllerKeys keys, IKlaviyoConnections connections, PictureReader pictures, PreviewMaker previews,
    IActivityLog activity, TimeProvider time)
{
    /// <returns>The approved profiles that are gone, by index; null when the request was thrown back.</returns>
    public async Task<IReadOnlyCollection<int>?> LookAsync(
        RequestWork work, SubjectRequest request, ErasurePicture approved, CancellationToken cancellationToken)
    {
        var deletion = request.Deletion!;
        var klaviyo = await connections.OpenAsync(work.ControllerDid, work.ProcessorId, request.DueAt, cancellationToken);
        var subject = (await vault.OpenAsync(request, cancellationToken)).Subject;
        List<ProfileIdentity> picked = [.. deletion.Picked.Select(index => approved.Profiles[index].Identity)];
        var found = await FindAsync(klaviyo, subject, picked, cancellationToken);
        var sight = await pictures.ReadAsync(work.ControllerDid, klaviyo, found, cancellationToken);
        var key = await keys.HashingAsync(work.ControllerDid, cancellationToken);

        // The picture that lies there must be the one that was approved.
        IReadOnlyList<string> changed = PictureHash.Of(key, deletion.Scope, approved.Profiles) == deletion.Approvals[0].PreviewHash
            ? PictureChange.Of(key, deletion.Scope, approved.Profiles, deletion.Picked, sight.Picture.Profiles)
            : ["preview"];
        if (changed.Count == 0)
            return [.. deletion.Picked.Where(index => found.All(profile => profile.Profile.Id != approved.Profiles[index].Identity.Id))];
        var made = await previews.MakeAsync(work, request, subject, klaviyo, sight, cancellationToken);
        await activity.AppendAsync(
            RequestEntries.Of(request, ActivityType.DeletionPictureChanged, Actors.System, time.GetUtcNow(), changed, "AwaitingApproval"), cancellationToken);
        await requests.UpdateAsync(work.ControllerDid, work.RequestId, Actors.System, current => made.StampOn(current, work), cancellationToken);
        return null;
    }

    /// <summary>By what the person gave, by the approved ids, and by the identifiers of those that are gone: whoever took them in has these.</summary>
    private static async Task<IReadOnlyList<FoundResource>> FindAsync(
        KlaviyoClient klaviyo, SubjectIdentity subject, List<ProfileIdentity> picked, CancellationToken cancellationToken)
    {
        var search = new ProfileSearch(klaviyo);
        var found = new SortedDictionary<string, FoundResource>(StringComparer.Ordinal);
        Add(await search.FindAsync(subject, cancellationToken));
        Add(await search.FindAsync([.. picked.Select(profile => new FoundProfile(profile.Id, "", [], []))], cancellationToken));
        foreach (var gone in picked.Where(profile => !found.ContainsKey(profile.Id)).ToList())
            Add(await search.FindAsync(new SubjectIdentity(gone.Email, gone.Phone, gone.ExternalId, null), cancellationToken));
        return [.. found.Values];

        void Add(IReadOnlyList<FoundResource> more)
        {
            foreach (var profile in more)
                found.TryAdd(profile.Profile.Id, profile);
        }
    }
}
