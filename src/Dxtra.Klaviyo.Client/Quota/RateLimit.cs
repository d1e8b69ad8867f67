namespace Dxtra.Klaviyo.Client;

/// <summary>So many calls in a window of that length.</summary>
public readonly record struct RateLimit(int Calls, TimeSpan Window);
