using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Jobs;
using Dxtra.Klaviyo.Sandbox.Resources.Consents;
using Dxtra.Klaviyo.Sandbox.Resources.Profiles;
using Dxtra.Klaviyo.Sandbox.Seed;

namespace Dxtra.Klaviyo.Sandbox.Resources.Privacy;

/// <summary>
/// Has a deleted person come back by one of the writes that create a profile again: under a new id, created then, with a first event that
/// tells of the cause.
/// </summary>
internal sealed class Comeback(
    AccountData data,
    ChangeJournal changes,
    ProfileImport import,
    ConsentEvents events,
    ConsentChanges consent,
    Suppressing suppressing,
    Later later,
    TimeProvider time)
{
    /// <summary>The ways back: an order in the shop, a file of contacts, an upsert (which leaves no event), the unsubscribe and suppress jobs.</summary>
    public static IReadOnlyList<string> Ways { get; } = ["event", "import", "upsert", "unsubscribe", "suppress"];

    /// <param name="profile">Who has just been deleted.</param>
    /// <param name="way">One of <see cref="Ways"/>.</param>
    /// <param name="delay">When, from now.</param>
    public void Plan(Profile profile, string way, TimeSpan delay)
    {
        var identity = new JsonObject();
        foreach (var name in ProfileAttributes.Identifiers)
            identity[name] = (string?)profile.Attributes[name];
        changes.As("fault", () => later.Do(delay, () => Return(identity, way)));
    }

    private void Return(JsonObject identity, string way)
    {
        // Somebody else may have brought the person back already.
        if (data.Profiles.FindByIdentifiers((string?)identity["email"], (string?)identity["phone_number"], (string?)identity["external_id"]).Count > 0)
            return;
        var profile = import.AddNew(identity);
        switch (way)
        {
            case "event":
                events.Tell(profile, MetricNames.PlacedOrder, new JsonObject { ["$value"] = 40, ["OrderId"] = "#9001" }, time.GetUtcNow());
                break;
            case "import":
                events.Tell(profile, MetricNames.SubscribedList, new JsonObject { ["List"] = data.Lists[0].Name }, new ConsentCause("IMPORT"));
                break;
            case "unsubscribe":
                consent.UnsubscribeEverywhere(profile, ConsentChannel.Email, ConsentCause.Api);
                break;
            case "suppress":
                suppressing.SuppressByHand(profile, ConsentCause.Api);
                break;
        }
    }
}
