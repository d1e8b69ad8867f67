using Dxtra.Klaviyo.Local.Api;

namespace Dxtra.Klaviyo.Local.Demo;

/// <summary>What the demo brought home.</summary>
/// <param name="File">The downloaded export.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Request">The completed request, with counts by category.</param>
internal sealed record DemoExport(string File, long Bytes, Answers.Request Request);
