using Dxtra.Klaviyo.Local.Api;

namespace Dxtra.Klaviyo.Local.Demo;

/// <summary>What the demo brought home.</summary>
/// <param name="Files">The downloaded export, a file for each format.</param>
/// <param name="Request">The completed request, with counts by category.</param>
internal sealed record DemoExport(IReadOnlyList<DownloadedFile> Files, Answers.Request Request);
