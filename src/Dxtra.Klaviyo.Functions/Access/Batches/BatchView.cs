using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A batch as the contract shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ProcessorId">The Klaviyo account that it is about.</param>
/// <param name="CreatedAt">When it was taken.</param>
/// <param name="Counts">How many lines there are of each status.</param>
/// <param name="Requests">How many of its requests are in which status.</param>
/// <param name="Lines">What came of each line, a page of them.</param>
internal sealed record BatchView(
    string Id, string ProcessorId, DateTimeOffset CreatedAt, BatchView.LineCounts Counts, IReadOnlyDictionary<RequestStatus, int> Requests, CursorPage<BatchView.LineView> Lines)
{
    internal sealed record LineCounts(int Lines, int Accepted, int Rejected, int Duplicates);

    /// <param name="Line">Its number.</param>
    /// <param name="Status">What came of it.</param>
    /// <param name="RequestId">The request made of it, or the one that it is a duplicate of.</param>
    /// <param name="RequestStatus">The status of that request when it is one of this batch.</param>
    /// <param name="Errors">What is wrong with it, by field.</param>
    internal sealed record LineView(
        int Line, BatchLineStatus Status, string? RequestId, RequestStatus? RequestStatus, IReadOnlyDictionary<string, string[]>? Errors);

    public static BatchView Of(
        AccessBatch batch, IReadOnlyDictionary<BatchLineStatus, int> lines, IReadOnlyDictionary<string, RequestStatus> requests, CursorPage<BatchLine> page) => new(
        batch.Id, batch.ProcessorId, batch.CreatedAt,
        new(lines.Values.Sum(), lines[BatchLineStatus.Accepted], lines[BatchLineStatus.Rejected], lines[BatchLineStatus.Duplicate]),
        requests.Values.CountBy(status => status).OrderBy(count => count.Key).ToDictionary(),
        new([.. page.Items.Select(line => new LineView(line.Line, line.Status, line.RequestId, StatusOf(line, requests), line.Errors))], page.Next));

    private static RequestStatus? StatusOf(BatchLine line, IReadOnlyDictionary<string, RequestStatus> requests) =>
        line.RequestId is { } id && requests.TryGetValue(id, out var status) ? status : null;
}
