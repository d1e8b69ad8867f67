using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Resources.Consents;
using Dxtra.Klaviyo.Sandbox.Seed;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>
/// Lets people, forms, mailboxes and the shop change consent: each act changes the profile, leaves the event that Klaviyo would write and so
/// sets off the webhooks.
/// </summary>
internal sealed class ActControl(AccountData data, ConsentChanges consent, Suppressing suppressing, ConsentEvents events, TimeProvider time)
{
    private const string Form = "KLAVIYO_FORM";
    private const string Preferences = "PREFERENCE_PAGE";
    private const string Shop = "MANUAL";

    /// <returns>The ids of the events that came of it.</returns>
    /// <exception cref="ArgumentException">A person, a channel or a list does not exist; nothing was done.</exception>
    public object Do(ActList body)
    {
        lock (data.Gate)
        {
            var steps = body.Acts.Select(Plan).ToList();
            var told = new List<Event>();
            void Listen(IReadOnlyCollection<Event> arrived) => told.AddRange(arrived);
            data.Events.Arrived += Listen;
            foreach (var step in steps)
                step();
            data.Events.Arrived -= Listen;
            return new { EventIds = told.Select(item => item.Id).ToList() };
        }
    }

    private Action Plan(Act act)
    {
        var profile = data.Profiles.Find(act.ProfileId) ?? throw new ArgumentException($"There is no profile {act.ProfileId}.");
        var channel = ConsentChannel.All.FirstOrDefault(channel => channel.Name == act.Channel)
            ?? throw new ArgumentException($"There is no channel '{act.Channel}'.");
        var list = FindList(act);
        return act.Kind switch
        {
            ActKind.Subscribe => () => consent.Subscribe(profile, channel, act.At ?? time.GetUtcNow(), list, Cause(act, Form)),
            ActKind.Unsubscribe => () => consent.UnsubscribeEverywhere(profile, channel, Cause(act, Preferences)),
            ActKind.ClickUnsubscribe => () => ClickUnsubscribe(profile, Cause(act, Preferences)),
            ActKind.Complain => () => consent.Complain(profile, Cause(act, "SPAM_COMPLAINT")),
            ActKind.BounceHard => () => suppressing.BounceHard(profile, Cause(act, "BOUNCE")),
            ActKind.Suppress => () => suppressing.SuppressByHand(profile, Cause(act, Shop)),
            ActKind.Unsuppress => () => suppressing.LiftByHand(profile, Cause(act, Shop)),
            ActKind.JoinList => () => consent.Join(list!, profile, Cause(act, Form)),
            ActKind.LeaveList => () => consent.UnsubscribeFrom(list!, profile, fromEmail: true, Cause(act, Preferences)),
            ActKind.UpdatePreferences => () => events.Tell(profile, MetricNames.UpdatedPreferences, [], Cause(act, Preferences)),
            _ => () => events.Tell(
                profile, MetricNames.SubscribedBackInStock, new JsonObject { ["ProductName"] = "Teapot" }, Cause(act, Form)),
        };
    }

    private ProfileList? FindList(Act act) => act switch
    {
        { List: { } name } => data.Lists.Find(list => list.Id == name || list.Name == name) ?? throw new ArgumentException($"There is no list '{name}'."),
        { Kind: ActKind.JoinList or ActKind.LeaveList } => throw new ArgumentException("A list is needed."),
        _ => null,
    };

    private void ClickUnsubscribe(Profile profile, ConsentCause cause)
    {
        events.Tell(profile, MetricNames.ClickedUnsubscribe, [], cause);
        consent.UnsubscribeEverywhere(profile, ConsentChannel.Email, cause);
    }

    private static ConsentCause Cause(Act act, string method) => new(act.Method ?? method)
    {
        At = act.At,
        Names = act.TextNames,
        DoubleOptIn = act.DoubleOptIn,
    };
}
