using System.Collections.Concurrent;
using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Finds the people of a chunk's requests and keeps with each request whom its subject led to. A request whose person is not certain,
/// or that was worked on already, is left to its own run.
/// </summary>
internal sealed class ChunkPeople(
    IRequestStore requests, SubjectVault vault, ProfileKeeping keeping, ProfileParts profileParts, PartStore parts, TimeProvider time)
{
    private const int SideBySide = 8;

    public async Task<IReadOnlyList<ChunkPerson>> FindAsync(
        string controller, IReadOnlyList<string> requestIds, KlaviyoClient klaviyo, CancellationToken cancellationToken)
    {
        var subjects = await SubjectsAsync(controller, requestIds, cancellationToken);
        var search = await ChunkSearch.RunAsync(klaviyo, [.. subjects.Values], cancellationToken);
        var people = new ConcurrentBag<ChunkPerson>();
        await Parallel.ForEachAsync(subjects, Options(cancellationToken), async (entry, token) =>
        {
            var (work, subject) = entry;
            if (search.CertainOf(subject) is not { } found || !await keeping.KeepAsync(work, subject, [found], token))
                return;
            var reading = new PartReading(work, 0, ProfileIdentity.Of(found.Profile.Json), klaviyo, parts, time.GetUtcNow());
            reading.Add(await profileParts.WriteAsync(work, 0, klaviyo, found, token));
            people.Add(new(reading));
        });
        return [.. people.OrderBy(person => person.Reading.Work.RequestId, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyDictionary<RequestWork, SubjectIdentity>> SubjectsAsync(
        string controller, IReadOnlyList<string> requestIds, CancellationToken cancellationToken)
    {
        var subjects = new ConcurrentDictionary<RequestWork, SubjectIdentity>();
        await Parallel.ForEachAsync(requestIds, Options(cancellationToken), async (id, token) =>
        {
            if (await requests.FindAsync(controller, id, token) is { Status: RequestStatus.Received or RequestStatus.Running, Run: 1, Picked: false } request)
                subjects[request.Work()] = (await vault.OpenAsync(request, token)).Subject;
        });
        return subjects;
    }

    private static ParallelOptions Options(CancellationToken cancellationToken) => new() { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken };
}
