using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Goes through a history once, oldest first, and draws up what it tells: messages, flows, orders, changes of lists, totals.</summary>
internal sealed class DigestHistoryActivity(
    IRequestStore requests, PartStore parts, AccountCatalogue catalogue, IKlaviyoConnections connections, TimeProvider time)
{
    /// <param name="Work">The request.</param>
    /// <param name="Profile">Index of the profile.</param>
    /// <param name="Pieces">The history in order of time.</param>
    /// <param name="Gap">Why there is none.</param>
    internal sealed record Input(RequestWork Work, int Profile, IReadOnlyList<HistoryPiece> Pieces, GapReason? Gap);

    [Function(nameof(DigestHistoryActivity))]
    public Task<OrLater<IReadOnlyList<PartResult>>> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken) =>
        Later.OrAsync(() => DigestAsync(input, cancellationToken));

    private async Task<IReadOnlyList<PartResult>> DigestAsync(Input input, CancellationToken cancellationToken)
    {
        var empty = new PartResult(input.Profile, Categories.Events, HistoryReader.Operation, 0, 0, 0, null, time.GetUtcNow(), input.Gap, []);
        if (input.Gap is not null)
            return [.. Reads.CategoriesOf(Reads.History).Select(category => empty with { Category = category })];

        var history = new HistoryFiles(input.Work, input.Pieces, parts);
        var request = await requests.FindAsync(input.Work.ControllerDid, input.Work.RequestId, cancellationToken);
        var klaviyo = await connections.OpenAsync(input.Work.ControllerDid, input.Work.ProcessorId, request?.DueAt, cancellationToken);
        var digest = new HistoryDigest(known => catalogue.MessagesAsync(input.Work, klaviyo, known, cancellationToken));
        var orders = await parts.WriteAsync(
            input.Work, empty with { Category = Categories.Orders }, OrdersAsync(history, digest, cancellationToken), cancellationToken);
        var events = await history.ResultAsync(empty, cancellationToken);
        var drawnUp = new List<PartResult> { events, orders with { Pages = 0 } };
        foreach (var (category, rows) in digest.Rows())
            drawnUp.Add(await parts.WriteAsync(input.Work, empty with { Category = category }, rows, cancellationToken) with { Pages = 0 });
        return drawnUp;
    }

    /// <summary>Orders leave the digest as soon as they are old enough, so that memory stays flat.</summary>
    private static async IAsyncEnumerable<PartPage> OrdersAsync(
        HistoryFiles history, HistoryDigest digest, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in history.RowsAsync(cancellationToken))
        {
            await digest.AddAsync(row);
            if (digest.Orders.TakeOldest() is { Count: > 0 } old)
                yield return new(old);
        }

        if (digest.Orders.TakeAll() is { Count: > 0 } rest)
            yield return new(rest);
    }
}
