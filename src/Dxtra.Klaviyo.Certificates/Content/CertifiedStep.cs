namespace Dxtra.Klaviyo.Certificates;

/// <summary>A call that changes something.</summary>
/// <param name="At">When its answer came; when it was made, if none came.</param>
/// <param name="Profile">The profile's number.</param>
/// <param name="Step"><c>tombstone, leaveList, unsubscribeEmail, unsubscribeSms, delete</c>.</param>
/// <param name="Target">The list that was left; null for other steps.</param>
/// <param name="Attempt">1 for the first call; more when it could not be told whether an earlier one arrived.</param>
/// <param name="Answer"><c>done, accepted, nothingToDo, alreadyGone, missingScope, unavailable, notTheirs</c>; null when none came.</param>
/// <param name="Says">That in a sentence.</param>
public sealed record CertifiedStep(DateTime At, int Profile, string Step, string? Target, int Attempt, string? Answer, string Says);
