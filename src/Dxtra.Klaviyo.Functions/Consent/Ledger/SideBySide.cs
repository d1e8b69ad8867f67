namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Small pieces of work on storage, some at a time.</summary>
internal static class SideBySide
{
    private const int AtATime = 16;

    /// <returns>The results in the order of the items.</returns>
    public static async Task<IReadOnlyList<TOut>> SelectAsync<TIn, TOut>(
        IReadOnlyList<TIn> items, Func<TIn, Task<TOut>> work, CancellationToken cancellationToken)
    {
        var results = new TOut[items.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, items.Count, parallel, async (index, _) => results[index] = await work(items[index]));
        return results;
    }
}
