namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>A line of the ledger as the contract gives it.</summary>
/// <param name="SubjectKey">The keyed hash of whom it is about.</param>
/// <param name="Channel">The channel.</param>
/// <param name="ListId">The list that it is about, or where it was done; Klaviyo may have named it by its name alone.</param>
/// <param name="Value">What was said to hold from then on.</param>
/// <param name="Previous">What held before; null when nothing was known.</param>
/// <param name="Outcome">What it came to.</param>
/// <param name="EffectiveAt">When it took effect.</param>
/// <param name="SeenAt">When we heard of it.</param>
/// <param name="ToldAt">The time that Klaviyo gave, when that lay in the future.</param>
/// <param name="SourceId">Klaviyo's event, or what else it came from.</param>
/// <param name="Way">How it came first.</param>
/// <param name="Method">Klaviyo's word for how it was done.</param>
/// <param name="LinkedTo">The source of the line that stands for the same change.</param>
internal sealed record ConsentChangeView(
    string SubjectKey, ConsentChannel Channel, string? ListId, ConsentState Value, ConsentState? Previous, LedgerOutcome Outcome,
    DateTimeOffset EffectiveAt, DateTimeOffset SeenAt, DateTimeOffset? ToldAt, string SourceId, ConsentWay Way, string? Method, string? LinkedTo)
{
    public static ConsentChangeView Of(LedgerKey key, PlacedLine entry) => new(
        key.Subject.SubjectKey, key.Channel, key.ListId ?? entry.Line.ListId, entry.Line.State, entry.Previous, entry.Outcome,
        entry.Line.EffectiveAt, entry.Line.SeenAt, entry.Line.ToldAt, entry.Line.SourceId, entry.Line.Way, entry.Line.Method, entry.LinkedTo);
}
