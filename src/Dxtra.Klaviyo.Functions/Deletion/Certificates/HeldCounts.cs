namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>How much a profile held when it was previewed.</summary>
/// <param name="Counts">By category; what the key may not see is missing.</param>
/// <param name="AtLeast">The categories that had more than was counted.</param>
internal sealed record HeldCounts(IReadOnlyDictionary<string, int> Counts, IReadOnlyList<string> AtLeast)
{
    public static HeldCounts None { get; } = new(new Dictionary<string, int>(), []);
}
