using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Seed;

/// <summary>Puts people into segments by rules that resemble the definitions shown.</summary>
internal static class SegmentSeeder
{
    private static readonly HashSet<string> European = ["Germany", "France", "Ireland", "Spain", "Poland"];

    public static void Fill(AccountData data, SeedContext context)
    {
        Fill(data, context, GroupSeeder.Vip, profile => profile.Analytics?.HistoricClv >= 500);
        Fill(data, context, GroupSeeder.Buyers, profile => profile.Analytics is not null && profile.LastEvent > SeedContext.Now.AddYears(-1));
        Fill(data, context, GroupSeeder.EuropeanUnion, profile => European.Contains((string?)profile.Attributes["location"]?["country"] ?? ""));
        Fill(data, context, GroupSeeder.Dormant, profile => profile.LastEvent is null || profile.LastEvent < SeedContext.Now.AddYears(-1));
        Fill(data, context, GroupSeeder.EmailSubscribers, profile => profile.Subscriptions.Email.IsSubscribed);
        Fill(data, context, GroupSeeder.Suppressed, profile => profile.Subscriptions.Suppressions.Count > 0);
    }

    private static void Fill(AccountData data, SeedContext context, string name, Func<Profile, bool> belongs)
    {
        var segment = data.Segments.First(segment => segment.Name == name);
        foreach (var profile in data.Profiles.All.Where(belongs))
            segment.Join(profile.Id, context.Between(profile.Created, SeedContext.Now));
    }
}
