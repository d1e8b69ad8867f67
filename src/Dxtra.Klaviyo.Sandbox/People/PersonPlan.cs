using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.People;

/// <summary>What a description comes to, once every name in it is known to exist.</summary>
internal sealed record PersonPlan(Subscriptions Subscriptions, IReadOnlyList<ProfileGroup> Groups, DateTimeOffset At)
{
    public void ApplyTo(Profile profile)
    {
        profile.Subscriptions = Subscriptions;
        foreach (var group in Groups)
            group.Join(profile.Id, At);
    }
}
