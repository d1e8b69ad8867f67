namespace Dxtra.Klaviyo.Sandbox;

/// <summary>What a sandbox starts with. Most of it can be changed while it runs through the control interface.</summary>
public sealed record SandboxOptions
{
    public const int DefaultPort = 7272;

    /// <summary>TCP port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>The same seed and size give the same account, keys, people and events.</summary>
    public int Seed { get; init; } = 1;

    public SandboxSize Size { get; init; } = SandboxSize.Small;

    /// <summary>False lets every call through and sends no rate limit headers.</summary>
    public bool RateLimits { get; init; } = true;

    /// <summary>Multiplies every documented limit: 10 allows ten times as many calls.</summary>
    public double RateLimitScale { get; init; } = 1;

    /// <summary>Waited before each answer of the API.</summary>
    public TimeSpan Latency { get; init; } = TimeSpan.Zero;

    /// <summary>Whether the account's plan includes system webhooks. Without it the webhook operations answer 403.</summary>
    public bool AdvancedKdp { get; init; }

    /// <summary>The clock of rate limit windows and of everything written while the sandbox runs; the system's when null.</summary>
    public TimeProvider? Time { get; init; }
}
