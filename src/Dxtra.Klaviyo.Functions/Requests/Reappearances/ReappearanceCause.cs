namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>What Klaviyo shows of how a profile came to be; null where it does not.</summary>
/// <param name="Created">When it was made.</param>
/// <param name="Metric">The metric of its first event.</param>
/// <param name="Integration">The integration that the metric belongs to.</param>
internal sealed record ReappearanceCause(DateTimeOffset? Created, string? Metric, string? Integration)
{
    public static ReappearanceCause Unknown { get; } = new(null, null, null);
}
