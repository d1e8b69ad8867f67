namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// What one piece of news said. Lines are added and never changed; what was before and after follows from all of them together, see
/// <see cref="LedgerOrder"/>.
/// </summary>
/// <param name="SourceHash">Of the source's id, see <see cref="SourceNames"/>: a repeat has the same.</param>
/// <param name="SourceId">Klaviyo's event id, or what else tells the change from others; names nobody.</param>
/// <param name="State">What holds from then on.</param>
/// <param name="EffectiveAt">When it took effect.</param>
/// <param name="SeenAt">When we heard of it first.</param>
/// <param name="Way">How it came first.</param>
/// <param name="Method">Klaviyo's word for how it was done, when known.</param>
/// <param name="ListId">The list that it is about, or where it was done.</param>
/// <param name="ToldAt">The time that Klaviyo gave, when that lay in the future; it took effect when we saw it then.</param>
/// <param name="TakenBy">Which call of the desk put it there.</param>
/// <param name="Number">How many lines its history had before: the order in which they came.</param>
internal sealed record LedgerLine(
    string SourceHash,
    string SourceId,
    ConsentState State,
    DateTimeOffset EffectiveAt,
    DateTimeOffset SeenAt,
    ConsentWay Way,
    string? Method,
    string? ListId,
    DateTimeOffset? ToldAt,
    string TakenBy,
    int Number = 0);
