namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What one re-read saw of one profile.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Run">The run of work.</param>
/// <param name="Look">1 for the first look after the execution.</param>
/// <param name="Profile">Its index in the approved preview.</param>
/// <param name="ProfileKey">Keyed hash of its id.</param>
/// <param name="At">When.</param>
/// <param name="Facts">What was asked and what was seen.</param>
internal sealed record Sighting(
    string RequestId, int Run, int Look, int Profile, string ProfileKey, DateTimeOffset At, IReadOnlyList<SightingFact> Facts);
