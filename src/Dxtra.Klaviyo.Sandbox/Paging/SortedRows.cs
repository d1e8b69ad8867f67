namespace Dxtra.Klaviyo.Sandbox.Paging;

/// <summary>Pages over collections small enough to be sorted for every call, up to some thousand rows.</summary>
internal sealed class SortedRows<T>(Func<T, string> id, IReadOnlyDictionary<string, Func<T, string>> sortKeys)
{
    public Page<T> Cut(IEnumerable<T> rows, PageRequest request)
    {
        var key = sortKeys[request.Sort];
        var sorted = rows.OrderBy(key, StringComparer.Ordinal).ThenBy(id, StringComparer.Ordinal).ToList();
        return new KeysetPager<T>(key, id).Cut(sorted, request, _ => true);
    }
}
