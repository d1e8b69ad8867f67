using System.Collections.Immutable;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>The metrics of an account that say something of consent: slug by the account's id. An id keeps its meaning when Klaviyo renames it.</summary>
internal sealed record MetricBook(ImmutableDictionary<string, string> SlugById, DateTimeOffset ReadAt)
{
    public static MetricBook Empty { get; } = new(ImmutableDictionary<string, string>.Empty, DateTimeOffset.MinValue);
}
