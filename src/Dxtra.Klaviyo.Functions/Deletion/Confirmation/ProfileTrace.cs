using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Who has an identifier of an erased profile now.</summary>
/// <param name="Fact">What was seen.</param>
/// <param name="Anew">The profile that was made after the deletion; null when there is none.</param>
internal sealed record ProfileTrace(SightingFact Fact, KlaviyoResource<ProfileAttributes>? Anew)
{
    /// <param name="by">The kind of identifier.</param>
    /// <param name="holders">All profiles that have it.</param>
    /// <param name="id">The erased profile.</param>
    /// <param name="known">Profiles that had it already when the deletion was approved: they say nothing about it.</param>
    /// <param name="erasedAt">When the execution was ordered.</param>
    public static ProfileTrace Of(
        string by, IEnumerable<KlaviyoResource<ProfileAttributes>> holders, string id, IReadOnlySet<string> known, DateTimeOffset erasedAt)
    {
        var others = holders.Where(holder => holder.Id == id || !known.Contains(holder.Id)).ToList();
        var anew = others.FirstOrDefault(other => other.Id != id && other.Attributes.Created >= erasedAt);
        if (anew is not null)
            return new(new(by, Seen.CreatedAnew), anew);
        if (others.Any(other => other.Id == id || other.Attributes.Created is null))
            return new(new(by, Seen.Present), null);
        return new(new(by, others.Count > 0 ? Seen.InAnother : Seen.Absent), null);
    }
}
