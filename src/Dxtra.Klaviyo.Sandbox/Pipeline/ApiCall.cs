using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Faults;
using Dxtra.Klaviyo.Sandbox.Paging;

namespace Dxtra.Klaviyo.Sandbox.Pipeline;

/// <summary>A call that has passed every check that needs no data.</summary>
/// <param name="Id">The <c>{id}</c> or <c>{job_id}</c> of the route, or empty.</param>
/// <param name="Query">The checked query.</param>
/// <param name="Body">The request's document; null for calls without one.</param>
/// <param name="Links">Writes absolute links in the caller's terms.</param>
/// <param name="Wire">Reported deviations that are switched on.</param>
internal sealed record ApiCall(string Id, ApiQuery Query, JsonObject? Body, ApiLinks Links, WireQuirks Wire)
{
    /// <summary>A fault that the operation itself must play; null for none.</summary>
    public FaultRule? Lie { get; init; }

    /// <summary>Whether the call is to be answered as ever and come to nothing.</summary>
    public bool Ignored => Lie?.Kind == FaultKinds.Ignored;

    /// <param name="defaultSort">The order when none is asked for, with a leading minus for descending.</param>
    /// <param name="defaultSize">For operations without a page size parameter.</param>
    /// <exception cref="ApiErrorException">400: the cursor cannot be read or was made for another order.</exception>
    public PageRequest Page(string defaultSort, int defaultSize = 100)
    {
        var sort = Query.Sort ?? defaultSort;
        var descending = sort.StartsWith('-');
        var field = sort.TrimStart('-');
        // Two names of one order: events know `timestamp` and `datetime`.
        field = field == "timestamp" ? CursorText.EventTime : field;
        var cursor = Query.Cursor is null
            ? null
            : CursorText.Read(Query.Cursor, field) ?? throw new ApiErrorException(RequestErrors.InvalidCursor);
        return new PageRequest(field, descending, Query.PageSize ?? defaultSize, cursor);
    }
}
