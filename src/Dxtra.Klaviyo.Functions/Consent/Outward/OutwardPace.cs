namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>The settings that an orchestration waits by; fixed when it starts. See <see cref="OutwardOptions"/>.</summary>
internal sealed record OutwardPace(TimeSpan Window, TimeSpan Pause, TimeSpan Patience);
