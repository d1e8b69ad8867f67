namespace Dxtra.Klaviyo.Sandbox.Seed;

/// <summary>How much is seeded.</summary>
internal sealed record SeedPlan(int Profiles, int Events, int EventsOfRichest)
{
    public static SeedPlan For(SandboxSize size) => size == SandboxSize.Large
        ? new SeedPlan(Profiles: 5000, Events: 200_000, EventsOfRichest: 20_000)
        : new SeedPlan(Profiles: 120, Events: 4000, EventsOfRichest: 400);
}
