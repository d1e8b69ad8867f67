using System.Runtime.CompilerServices;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Picks out of a later look what neither the export nor an earlier supplement has.</summary>
internal sealed class CompareHistoryActivity(IRequestStore requests, RunRecords records, PartStore parts, TimeProvider time)
{
    internal sealed record Input(RequestWork Work, int Profile, PartResult Events);

    [Function(nameof(CompareHistoryActivity))]
    public async Task<HistoryPiece> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(input, cancellationToken);
        var file = $"{input.Profile}/new-events.ndjson";
        var empty = new PartResult(input.Profile, Categories.Events, HistoryReader.Operation, 0, 0, 0, null, time.GetUtcNow(), null, []);
        var written = await parts.WriteAsync(input.Work, empty, file, NewAsync(input, known, cancellationToken), cancellationToken);
        return new(new(null, null), written.Rows == 0 ? "" : file, "", written.Rows, input.Events.Pages, written.Bytes);
    }

    private async Task<EventIds> KnownAsync(Input input, CancellationToken cancellationToken)
    {
        var request = await requests.FindAsync(input.Work.ControllerDid, input.Work.RequestId, cancellationToken);
        var looks = request?.Outcome?.Supplements.Select(supplement => input.Work with { Look = supplement.Look, Run = supplement.Run }).Where(look => look != input.Work) ?? [];
        var known = new EventIds();
        foreach (var work in looks.Prepend(input.Work with { Look = 0 }))
        {
            var record = await records.FindAsync(work, cancellationToken);
            foreach (var part in record?.Parts.Where(part => part.Profile == input.Profile && part.Category == Categories.Events) ?? [])
                await AddAsync(known, work, part, cancellationToken);
        }

        return known;
    }

    private async Task AddAsync(EventIds known, RequestWork work, PartResult part, CancellationToken cancellationToken)
    {
        foreach (var file in part.Files)
        {
            await using var stream = await parts.OpenAsync(work, file, cancellationToken);
            await foreach (var row in ExportSource.RowsAsync(stream, cancellationToken))
                known.Add(row.Member("event").Text("id") ?? "");
        }
    }

    private async IAsyncEnumerable<PartPage> NewAsync(Input input, EventIds known, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in input.Events.Files)
        {
            await using var stream = await parts.OpenAsync(input.Work, file, cancellationToken);
            await foreach (var line in Utf8Lines.ReadAsync(stream, cancellationToken))
            {
                using var row = ExportSource.Parse(line);
                if (!known.Contains(row.RootElement.Member("event").Text("id") ?? ""))
                    yield return new([line]);
            }
        }
    }
}
