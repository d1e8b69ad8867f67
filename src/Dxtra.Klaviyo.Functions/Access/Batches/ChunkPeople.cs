using System.Collections.Concurrent;
using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Finds the people of a chunk's requests and keeps with each request whom its subject led to. A request whose person is not certain,
/// or that was worked on already, is left to its own run.
/// </summary>
internal sealed class ChunkPeople(
    IRequestStore requests, SubjectVault vault, ProfileKeeping keeping, ProfileParts profileParts, PartStore parts, ReappearanceWatch watch, TimeProvider time)
{
    private const int SideBySide = 8;

    public async Task<IReadOnlyList<ChunkPerson>> FindAsync(
        IReadOnlyList<ChunkSubject> subjects, KlaviyoClient klaviyo, CancellationToken cancellationToken)
    {
        var search = await ChunkSearch.RunAsync(klaviyo, [.. subjects.Select(entry => entry.Subject)], cancellationToken);
        if (subjects is [var first, ..])
            await watch.SeeAsync(first.Work.ControllerDid, first.Work.ProcessorId, search.Found, "accessRequest", cancellationToken);
        var people = new ConcurrentBag<ChunkPerson>();
        await Parallel.ForEachAsync(subjects, Options(cancellationToken), async (entry, token) =>
        {
            var (work, subject, _) = entry;
            if (search.CertainOf(subject) is not { } found || !await keeping.KeepAsync(work, subject, [found], token))
                return;
            var reading = new PartReading(work, 0, ProfileIdentity.Of(found.Profile.Json), klaviyo, parts, time.GetUtcNow());
            reading.Add(await profileParts.WriteAsync(work, 0, klaviyo, found, token));
            people.Add(new(reading));
        });
        return [.. people.OrderBy(person => person.Reading.Work.RequestId, StringComparer.Ordinal)];
    }

    /// <summary>Those who are to be prepared.</summary>
    public async Task<IReadOnlyList<ChunkSubject>> SubjectsAsync(
        string controller, IReadOnlyList<string> requestIds, CancellationToken cancellationToken)
    {
        var subjects = new ConcurrentBag<ChunkSubject>();
        await Parallel.ForEachAsync(requestIds, Options(cancellationToken), async (id, token) =>
        {
            if (await requests.FindAsync(controller, id, token) is { Status: RequestStatus.Received or RequestStatus.Running, Run: 1, Picked: false } request)
                subjects.Add(new(request.Work(), (await vault.OpenAsync(request, token)).Subject, request.DueAt));
        });
        return [.. subjects];
    }

    private static ParallelOptions Options(CancellationToken cancellationToken) => new() { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken };
}
