namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>What came of one approved profile; never more than was seen.</summary>
/// <param name="ProfileKey">Keyed hash of its id.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="At">When that was seen last.</param>
/// <param name="Steps">The steps that were not done or not seen to be done, with the reason; empty when all were.</param>
internal sealed record ErasedProfile(string ProfileKey, DeletionOutcome Outcome, DateTimeOffset At, IReadOnlyList<OpenStep> Steps);
