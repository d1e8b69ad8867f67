using System.Collections.Concurrent;
using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A profile that is being read: who, with which client, and where the rows go.</summary>
internal sealed class PartReading(RequestWork work, int index, ProfileIdentity profile, KlaviyoClient klaviyo, PartStore parts, DateTimeOffset asOf)
{
    private readonly ConcurrentQueue<PartResult> _results = new();

    public RequestWork Work => work;

    public int Index => index;

    public ProfileIdentity Profile => profile;

    public KlaviyoClient Klaviyo => klaviyo;

    /// <summary>The request was cancelled: what is left to read need not be read, least of all waited for.</summary>
    public bool IsGivenUp { get; init; }

    /// <summary>What came of it so far; categories may be read side by side.</summary>
    public IReadOnlyList<PartResult> Results => [.. _results];

    public PartResult Empty(string category, string operation, GapReason? gap = null) => new(index, category, operation, 0, 0, 0, null, asOf, gap, []);

    /// <summary>Writes the rows of a category. A refusal that concerns this category alone becomes its gap.</summary>
    public async Task WriteAsync(string category, string operation, IAsyncEnumerable<PartPage> pages, CancellationToken cancellationToken)
    {
        var empty = Empty(category, operation);
        try
        {
            _results.Enqueue(await parts.WriteAsync(work, empty, pages, cancellationToken));
        }
        catch (KlaviyoPermissionException)
        {
            _results.Enqueue(empty with { Gap = GapReason.MissingScope });
        }
    }

    public async Task WriteAsync(
        string category, string operation, IReadOnlyList<ReadOnlyMemory<byte>> rows, CancellationToken cancellationToken) =>
        _results.Enqueue(await parts.WriteAsync(work, Empty(category, operation), rows, cancellationToken));

    /// <summary>Writes the rows that were found in pages read for others too, at another time than the rest.</summary>
    public async Task WriteAsync(
        string category, string operation, IReadOnlyList<ReadOnlyMemory<byte>> rows, int pages, DateTimeOffset readAt, CancellationToken cancellationToken) =>
        _results.Enqueue(await parts.WriteAsync(work, Empty(category, operation) with { AsOf = readAt }, rows, cancellationToken) with { Pages = pages });

    public void Add(IEnumerable<PartResult> results)
    {
        foreach (var result in results)
            _results.Enqueue(result);
    }

    public void Gap(string category, string operation, GapReason reason) => _results.Enqueue(Empty(category, operation, reason));
}
