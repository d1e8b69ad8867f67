namespace Dxtra.Klaviyo.Local.Demo;

/// <summary>What the demo was asked to do.</summary>
/// <param name="OutputDirectory">Where the export goes; made when missing.</param>
/// <param name="Email">Whose data is asked for; null picks a customer of the sandbox.</param>
/// <param name="Patience">The whole run gives up after this.</param>
internal sealed record DemoOptions(string OutputDirectory, string? Email, TimeSpan Patience);
