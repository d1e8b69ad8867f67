using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary><c>?status=</c> shows lines of one status only; <c>?limit=</c> and <c>?cursor=</c> as everywhere.</summary>
internal sealed record GetBatchQuery(BatchLineStatus? Status, PageQuery Page)
{
    /// <summary>As many lines as one page has.</summary>
    public static GetBatchQuery First { get; } = new(null, PageQuery.Largest);

    public static GetBatchQuery Read(IQueryCollection query, FieldErrors errors) =>
        new(QueryWords.Read<BatchLineStatus>(query, "status", errors), PageQuery.Read(query, errors));
}
