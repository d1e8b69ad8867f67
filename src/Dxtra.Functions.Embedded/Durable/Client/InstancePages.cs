using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Dxtra.Functions.Embedded.Durable;

/// <summary>A query page by page, by id; the token is the last id of the page before. There is one task hub, so its names are not looked at.</summary>
internal sealed class InstancePages(DurableStore store, OrchestrationQuery query) : AsyncPageable<OrchestrationMetadata>
{
    public override IAsyncEnumerable<Page<OrchestrationMetadata>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        Pages(continuationToken ?? query.ContinuationToken, pageSizeHint ?? query.PageSize).ToAsyncEnumerable();

    /// <summary>Statuses as the store takes them: a JSON array of numbers, null for any.</summary>
    public static string? Statuses(IEnumerable<OrchestrationRuntimeStatus>? statuses) =>
        statuses?.ToList() is { Count: > 0 } some ? JsonSerializer.Serialize(some.Select(status => (int)status)) : null;

    private IEnumerable<Page<OrchestrationMetadata>> Pages(string? token, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        do
        {
            var rows = Read(token, size + 1);
            var more = rows.Count > size;
            var values = rows.Take(size).Select(row => row.ToMetadata(query.FetchInputsAndOutputs)).ToList();
            token = more ? values[^1].InstanceId : null;
            yield return new(values, token);
        }
        while (token is not null);
    }

    private List<InstanceRow> Read(string? after, int limit) => store.Read(session => InstanceTable.Search(
        session, after, query.InstanceIdPrefix, query.CreatedFrom?.UtcDateTime, query.CreatedTo?.UtcDateTime, Statuses(query.Statuses), limit));
}
