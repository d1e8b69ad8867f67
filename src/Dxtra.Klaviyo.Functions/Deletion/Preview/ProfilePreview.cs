using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>A profile of a preview: who it is as far as a mask shows, what it holds, what would happen to it.</summary>
/// <param name="ProfileId">Klaviyo's id.</param>
/// <param name="Masked">Its first identifier.</param>
/// <param name="FoundBy">The identifiers that led to it, see <see cref="FoundProfile"/>.</param>
/// <param name="DiffersIn">The identifiers that the person gave and that it has otherwise.</param>
/// <param name="Identifiers">Those that it has, masked.</param>
/// <param name="Name">Masked; null when it has none.</param>
/// <param name="NameDiffers">Another profile of the preview has another name.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Lists">The lists that it is on.</param>
/// <param name="Segments">The segments that it is in; null when the key may not see them.</param>
/// <param name="ActiveFlows">Live flows that reached the person within 90 days, the latest first.</param>
/// <param name="LastOrder">Null when the events that were read show none.</param>
/// <param name="Counts">By category; what the key may not see is missing.</param>
/// <param name="AtLeast">The categories that have more than was counted.</param>
/// <param name="Consent">As of now.</param>
/// <param name="Suppressions">As of now.</param>
/// <param name="Plan">What will happen, in order.</param>
/// <param name="Stays">What stays, and why.</param>
internal sealed record ProfilePreview(
    string ProfileId,
    string Masked,
    IReadOnlyList<string> FoundBy,
    IReadOnlyList<string> DiffersIn,
    IReadOnlyDictionary<string, string> Identifiers,
    string? Name,
    bool NameDiffers,
    DateTimeOffset? Created,
    IReadOnlyList<ListPreview> Lists,
    IReadOnlyList<NamedThing>? Segments,
    IReadOnlyList<ActiveFlow> ActiveFlows,
    LastOrder? LastOrder,
    IReadOnlyDictionary<string, int> Counts,
    IReadOnlyList<string> AtLeast,
    IReadOnlyList<ConsentNow> Consent,
    IReadOnlyList<SuppressionNow> Suppressions,
    IReadOnlyList<StepPreview> Plan,
    IReadOnlyList<StayPreview> Stays);
