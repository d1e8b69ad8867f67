namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>How often which name; names beyond the first two thousand are counted without being kept.</summary>
internal sealed class NamedCounts
{
    private const int MostNames = 2_000;

    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
    private long _unkept;

    /// <summary>How many names there are; at most so many when some were not kept.</summary>
    public long Names => _counts.Count + _unkept;

    public void Add(string name, long count = 1)
    {
        if (_counts.Count < MostNames || _counts.ContainsKey(name))
            _counts[name] = _counts.GetValueOrDefault(name) + count;
        else
            _unkept++;
    }

    /// <summary>The most frequent first.</summary>
    public IReadOnlyList<string> Most(int names) =>
        [.. _counts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).Take(names).Select(entry => entry.Key)];
}
