namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>A person whose deletion was carried out was seen again.</summary>
/// <param name="At">When we saw it.</param>
/// <param name="SeenBy">What brought the news: <c>accessRequest, laterLook, confirmation, webhook, sync, lookUp</c>.</param>
/// <param name="Identifiers">The kinds of identifier that were recognised: <c>email, phone, externalId, profileId</c>.</param>
/// <param name="Since">When the profile was made, as Klaviyo says; null when it does not.</param>
/// <param name="Cause">The metric of its first event, the best evidence of what brought it back; null when there is none.</param>
/// <param name="CauseSource">The name of the integration that the metric belongs to; null when it is not known.</param>
internal sealed record Reappearance(
    DateTimeOffset At, string SeenBy, IReadOnlyList<string> Identifiers, DateTimeOffset? Since, string? Cause, string? CauseSource);
