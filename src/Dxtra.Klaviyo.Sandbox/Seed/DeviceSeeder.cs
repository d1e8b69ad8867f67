using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Seed;

/// <summary>Devices of those who said yes to push messages, conversations of some who are texted. The first person has all kinds.</summary>
internal sealed class DeviceSeeder(AccountData data, SeedContext context)
{
    public void Seed()
    {
        var first = data.Profiles.All.First();
        AddAll(first);
        foreach (var profile in data.Profiles.All.Where(profile => profile != first))
        {
            if (profile.Subscriptions.Push.IsSubscribed)
                AddToken(profile, context.Chance(0.5) ? "ios" : "android", "AUTHORIZED", context.Pick(["Model 15", "Model 9", "Model 24"]), days: 2);
            if (profile.Subscriptions.SmsMarketing.IsSubscribed && context.Chance(0.3))
                AddConversation(profile, "sms");
        }
    }

    private void AddAll(Profile profile)
    {
        AddToken(profile, "ios", "AUTHORIZED", "iPhone 14", days: 30);
        AddToken(profile, "android", "DENIED", "Pixel 8", days: 395);
        AddConversation(profile, "sms");
        AddConversation(profile, "whatsapp");
    }

    private void AddToken(Profile profile, string platform, string status, string model, int days) => profile.PushTokens.Add(
        new PushToken(context.Ids.Hex32(), context.Ids.Hex32() + context.Ids.Hex32(), platform, status, model, profile.Created.AddDays(days)));

    private void AddConversation(Profile profile, string channel) =>
        profile.Conversations.Add(new Conversation(context.Ids.Ulid(profile.Created.AddDays(30)), channel));
}
