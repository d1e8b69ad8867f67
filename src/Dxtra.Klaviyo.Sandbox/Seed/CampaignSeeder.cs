using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Seed;

/// <summary>Campaigns by e-mail and SMS: sent, archived, one draft, one scheduled.</summary>
internal static class CampaignSeeder
{
    private static readonly (string Name, string Channel, bool Archived)[] Sent =
    [
        ("Winter Sale 2023", "email", true),
        ("Spring Collection 2024", "email", true),
        ("Flash Sale SMS 2024", "sms", true),
        ("Summer Linen 2025", "email", false),
        ("Back to School 2025", "email", false),
        ("Black Friday 2025", "email", false),
        ("Black Friday SMS 2025", "sms", false),
        ("Frühling & Été 2026 🌷", "email", false),
    ];

    public static void Seed(AccountData data, SeedContext context)
    {
        for (var i = 0; i < Sent.Length; i++)
        {
            var sent = SeedContext.Opening.AddMonths(12 + (i * 4)).AddHours(9);
            data.Campaigns.Add(Make(data, context, Sent[i].Name, Sent[i].Channel, sent) with { Archived = Sent[i].Archived, Status = "Sent" });
        }

        data.Campaigns.Add(Make(data, context, "Autumn Knitwear", "email", SeedContext.Now.AddDays(20)) with { Status = "Scheduled" });
        data.Campaigns.Add(Make(data, context, "Untitled draft", "sms", null) with { Status = "Draft" });
    }

    private static Campaign Make(AccountData data, SeedContext context, string name, string channel, DateTimeOffset? sendTime)
    {
        var created = (sendTime ?? SeedContext.Now).AddDays(-7);
        var list = channel == "sms" ? GroupSeeder.SmsList : GroupSeeder.Newsletter;
        return new Campaign
        {
            Id = context.Ids.Ulid(created),
            MessageId = context.Ids.Ulid(created),
            Name = name,
            Channel = channel,
            Status = "Draft",
            Subject = $"{name}: have a look",
            ListId = data.Lists.First(candidate => candidate.Name == list).Id,
            ExcludedSegmentId = data.Segments.First(segment => segment.Name == GroupSeeder.Suppressed).Id,
            Created = created,
            Updated = created.AddDays(1),
            Scheduled = sendTime is null ? null : created.AddDays(1),
            SendTime = sendTime,
            TagIds = [context.Pick(data.Tags).Id],
        };
    }
}
