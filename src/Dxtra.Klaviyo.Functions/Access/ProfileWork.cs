using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The work on one profile of a request.</summary>
/// <param name="Work">The request.</param>
/// <param name="Profile">Index of the profile in it.</param>
/// <param name="FirstPause">How patient a read is, see <see cref="Patience"/>; in history, for a setting may change while the work is under way.</param>
internal sealed record ProfileWork(RequestWork Work, int Profile, TimeSpan FirstPause);
