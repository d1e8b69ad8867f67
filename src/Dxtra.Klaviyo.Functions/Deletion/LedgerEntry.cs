using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>A line of the erasure ledger. No identifier: the profile stands in it as keyed hash.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Run">The run of work.</param>
/// <param name="Profile">Its index in the approved preview.</param>
/// <param name="ProfileKey">Keyed hash of its id.</param>
/// <param name="Step">What was, or is to be, done.</param>
/// <param name="Target">The id of the list; null for other steps.</param>
/// <param name="Phase">Before or after the call.</param>
/// <param name="Answer">What came of it; null before.</param>
/// <param name="At">When.</param>
/// <param name="Attempt">1 for the first call; more when it could not be told whether an earlier one arrived.</param>
internal sealed record LedgerEntry(
    string RequestId, int Run, int Profile, string ProfileKey, ErasureStep Step, string? Target, LedgerPhase Phase, LedgerAnswer? Answer, DateTimeOffset At, int Attempt = 1);
