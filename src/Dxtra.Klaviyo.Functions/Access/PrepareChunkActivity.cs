using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Reads for up to a hundred requests together what Klaviyo gives for many people in one call; the run of each request goes on from
/// there. What cannot be read here is left to that run. A repeat replaces what an earlier attempt wrote.
/// </summary>
internal sealed class PrepareChunkActivity(
    IRequestStore requests, SubjectVault vault, IKlaviyoConnections connections, ProfileKeeping keeping, ProfileParts profileParts,
    PartStore parts, ChunkGroups groups, ChunkReads reads, RunRecords records, TimeProvider time)
{
    private const int SideBySide = 8;

    internal sealed record Input(string ControllerDid, string ProcessorId, IReadOnlyList<string> RequestIds);

    /// <returns>How many requests were prepared.</returns>
    [Function(nameof(PrepareChunkActivity))]
    public Task<OrLater<int>> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken) =>
        Later.OrAsync(() => PrepareAsync(input, cancellationToken));

    private async Task<int> PrepareAsync(Input input, CancellationToken cancellationToken)
    {
        var (subjects, due) = await SubjectsAsync(input, cancellationToken);
        if (subjects.Count == 0)
            return 0;
        var klaviyo = await connections.OpenAsync(input.ControllerDid, input.ProcessorId, due, cancellationToken);
        try
        {
            var found = await ChunkReads.FindAsync(klaviyo, [.. subjects.Values], cancellationToken);
            var people = await KeepAsync(klaviyo, subjects, found, cancellationToken);
            if (people.Count == 0)
                return 0;
            await reads.ReadAsync(klaviyo, people, cancellationToken);
            await groups.ReadAsync(people[0].Reading.Work, klaviyo, people, cancellationToken);
            await Parallel.ForEachAsync(people, Options(cancellationToken), async (person, token) =>
                await records.WriteAsync(person.Reading.Work, person.Reading.Results, token));
            return people.Count;
        }
        catch (Exception refused) when (refused is KlaviyoAuthenticationException or KlaviyoPermissionException)
        {
            // Each request finds that out for itself and says so.
            return 0;
        }
    }

    /// <summary>Those who are to be prepared, and the nearest of their deadlines.</summary>
    private async Task<(Dictionary<RequestWork, SubjectIdentity> Subjects, DateTimeOffset Due)> SubjectsAsync(
        Input input, CancellationToken cancellationToken)
    {
        var (subjects, due) = (new Dictionary<RequestWork, SubjectIdentity>(), DateTimeOffset.MaxValue);
        foreach (var id in input.RequestIds)
        {
            var request = await requests.FindAsync(input.ControllerDid, id, cancellationToken);
            if (request is not { Status: RequestStatus.Received or RequestStatus.Running, Run: 1, Picked: false })
                continue;
            subjects[request.Work()] = (await vault.OpenAsync(request, cancellationToken)).Subject;
            due = request.DueAt < due ? request.DueAt : due;
        }

        return (subjects, due);
    }

    /// <summary>Those whose profile is certain. A request that seems to have none, or several, looks for itself in its own run.</summary>
    private async Task<IReadOnlyList<ChunkPerson>> KeepAsync(
        KlaviyoClient klaviyo, Dictionary<RequestWork, SubjectIdentity> subjects, IReadOnlyList<FoundResource> found, CancellationToken cancellationToken)
    {
        var people = new System.Collections.Concurrent.ConcurrentBag<ChunkPerson>();
        await Parallel.ForEachAsync(subjects, Options(cancellationToken), async (entry, token) =>
        {
            var (work, subject) = entry;
            var matches = ChunkReads.MatchesOf(subject, found);
            if (matches is not [var match] || !await MoveAsync(work, token) || !await keeping.KeepAsync(work, subject, matches, token))
                return;

            var reading = new PartReading(work, 0, ProfileIdentity.Of(match.Profile.Json), klaviyo, parts, time.GetUtcNow());
            reading.Add(await profileParts.WriteAsync(work, 0, klaviyo, match, token));
            people.Add(new(reading));
        });
        return [.. people.OrderBy(person => person.Reading.Work.RequestId, StringComparer.Ordinal)];
    }

    private async Task<bool> MoveAsync(RequestWork work, CancellationToken cancellationToken)
    {
        var request = await requests.UpdateAsync(work.ControllerDid, work.RequestId, Actors.System,
            current => current.IsOver ? current : current with { Status = RequestStatus.Running }, cancellationToken);
        return !request.IsOver;
    }

    private static ParallelOptions Options(CancellationToken cancellationToken) => new() { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken };
}
