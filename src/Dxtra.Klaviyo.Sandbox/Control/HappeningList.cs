using Dxtra.Klaviyo.Sandbox.Happenings;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>What is to happen, in place of what was planned before.</summary>
internal sealed record HappeningList(IReadOnlyList<Happening> Happenings);
