using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Opens what reading a profile takes: the profile's identity, a client with the request's deadline, and the place for its parts.</summary>
internal sealed class ReadingRoom(IRequestStore requests, IKlaviyoConnections connections, PartStore parts, TimeProvider time)
{
    public async Task<PartReading> OpenAsync(RequestWork work, int profile, CancellationToken cancellationToken)
    {
        var request = await requests.FindAsync(work.ControllerDid, work.RequestId, cancellationToken);
        var found = request?.Profiles?[profile] ?? throw new InvalidOperationException($"The request {work.RequestId} has no profiles.");
        var klaviyo = await connections.OpenAsync(work.ControllerDid, work.ProcessorId, request.DueAt, cancellationToken);
        var identity = await IdentityAsync(work, profile, cancellationToken) ?? new(found.ProfileId, null, null, null);
        return new(work, profile, identity, klaviyo, parts, time.GetUtcNow()) { IsGivenUp = request.Status == RequestStatus.Cancelled };
    }

    /// <summary>As the profile's own part tells; null when there is none.</summary>
    public async Task<ProfileIdentity?> IdentityAsync(RequestWork work, int profile, CancellationToken cancellationToken)
    {
        if (await parts.TryOpenAsync(work, ExportNames.PartFile(profile, Categories.Profile), cancellationToken) is not { } stream)
            return null;
        await using (stream)
        {
            await foreach (var row in ExportSource.RowsAsync(stream, cancellationToken))
                return ProfileIdentity.Of(row);
        }

        return null;
    }
}
