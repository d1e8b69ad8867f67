namespace Dxtra.Klaviyo.Sandbox;

/// <summary>How much the seeded account holds.</summary>
public enum SandboxSize
{
    /// <summary>About 120 profiles and 4,000 events: starts at once.</summary>
    Small,

    /// <summary>About 5,000 profiles and 200,000 events, 20,000 of them of one person: a few seconds to start.</summary>
    Large,
}
