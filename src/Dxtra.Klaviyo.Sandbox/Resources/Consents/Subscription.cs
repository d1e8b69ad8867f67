using System.Globalization;
using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Consents;

/// <summary>
/// Subscribes people. Where double opt-in holds, of the list or, without one, of the account, nothing shows until the person confirms: not
/// even a profile comes into being.
/// </summary>
internal sealed class Subscription(SubscriptionPeople people, ConsentChanges consent, SandboxSettings settings, IdSource ids, TimeProvider time)
{
    public void Apply(SubscriptionBody body, ProfileList? list)
    {
        var waits = !IsHistorical(body) && (list?.DoubleOptIn ?? settings.Jobs.AccountDoubleOptIn);
        foreach (var person in body.Profiles)
        {
            var channels = person.Channels.Where(item => !waits || !item.Channel.Confirmable).ToList();
            if (channels.Count > 0)
                Apply(person, channels, list);
        }
    }

    public static bool IsHistorical(SubscriptionBody body) =>
        JsonBody.OptionalBoolean(body.Attributes, "historical_import", "/data/attributes/historical_import") == true;

    private void Apply(SubscriptionPerson person, List<(ConsentChannel Channel, JsonObject Parameters)> channels, ProfileList? list)
    {
        var profiles = people.FindOrAdd(person);
        if (profiles.Count == 0)
            return;
        foreach (var (channel, parameters) in channels)
        {
            var profile = SubscriptionPeople.Choose(profiles, person, channel);
            consent.Subscribe(profile, channel, ConsentedAt(parameters), list, ConsentCause.Api);
            if (channel.Channel == "push")
                profile.PushTokens.AddRange(person.PushTokens.Select(Register));
        }
    }

    private DateTimeOffset ConsentedAt(JsonObject parameters) =>
        DateTimeOffset.TryParse((string?)parameters["consented_at"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : time.GetUtcNow();

    private PushToken Register((string Token, string Platform) device) =>
        new(ids.Hex32(), device.Token, device.Platform, "AUTHORIZED", "Unknown", time.GetUtcNow());
}
