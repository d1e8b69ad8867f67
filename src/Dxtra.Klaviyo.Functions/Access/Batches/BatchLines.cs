using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Makes of each line what is stored: a request with its subject sealed, or what is wrong. Two lines of one person are one request.</summary>
internal sealed class BatchLines(AccessRequestMaker maker)
{
    /// <summary>Dxtra's words for what this call does: portability is the same export.</summary>
    private static readonly string[] Types = ["access", "export", "portability"];

    public async Task<IReadOnlyList<StoredLine>> MakeAsync(
        AccessBatch batch, IReadOnlyList<BatchEntry> entries, Func<string, string> nameOf, CancellationToken cancellationToken)
    {
        var lines = new List<StoredLine>(entries.Count);
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var errors = new FieldErrors();
            if (Check(entry, batch.CreatedAt, errors) is not { } order)
            {
                lines.Add(new(new(entry.Line, BatchLineStatus.Rejected, null, Named(errors, nameOf)), null, null));
                continue;
            }

            var request = await maker.MakeAsync(batch.ControllerDid, batch.ProcessorId, order, batch.CreatedAt, batch.Id, cancellationToken);
            lines.Add(first.TryAdd(request.SubjectKey, request.Id)
                ? new(new(entry.Line, BatchLineStatus.Accepted, request.Id, null), (first.Count - 1) / AccessBatch.ChunkSize, request)
                : new(new(entry.Line, BatchLineStatus.Duplicate, first[request.SubjectKey], null), null, null));
        }

        return lines;
    }

    private static AccessOrder? Check(BatchEntry entry, DateTimeOffset now, FieldErrors errors)
    {
        if (entry.Flaw is { } flaw)
            errors.Add("line", flaw);
        if (!string.IsNullOrWhiteSpace(entry.Type) && !Types.Contains(entry.Type.Trim(), StringComparer.OrdinalIgnoreCase))
            errors.Add("type", $"This call takes requests for access only: {string.Join(", ", Types)}.");
        var order = AccessRequestRules.Check(entry.Body, now, errors);
        return errors.Any ? null : order;
    }

    private static Dictionary<string, string[]> Named(FieldErrors errors, Func<string, string> nameOf) =>
        errors.ToProblem().Errors!.ToDictionary(error => nameOf(error.Key), error => error.Value);
}
