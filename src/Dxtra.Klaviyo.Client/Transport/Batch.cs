namespace Dxtra.Klaviyo.Client;

/// <summary>How many things one call may name.</summary>
internal static class Batch
{
    /// <exception cref="ArgumentException">None, or more than Klaviyo takes at once.</exception>
    public static void Check<T>(IReadOnlyCollection<T> items, int most)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items.Count == 0 || items.Count > most)
            throw new ArgumentException($"From 1 to {most} at once.", nameof(items));
    }
}
