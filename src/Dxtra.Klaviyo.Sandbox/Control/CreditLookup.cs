using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>Finds the message that an event made to order is credited to.</summary>
internal sealed class CreditLookup(AccountData data, IdSource ids)
{
    /// <param name="campaign">A campaign by id or name, or null.</param>
    /// <param name="flow">A flow by id or name, or null.</param>
    /// <returns>Makes attributions, each with an id of its own; null when nothing is credited.</returns>
    /// <exception cref="ArgumentException">There is no such campaign or flow.</exception>
    public Func<Attribution>? Find(string? campaign, string? flow)
    {
        if (campaign is null && flow is null)
            return null;
        var credited = campaign is null ? null : data.Campaigns.Find(item => item.Id == campaign || item.Name == campaign)
            ?? throw new ArgumentException($"There is no campaign '{campaign}'.");
        var triggering = flow is null ? null : data.Flows.Find(item => item.Id == flow || item.Name == flow)
            ?? throw new ArgumentException($"There is no flow '{flow}'.");
        var message = triggering?.Actions.FirstOrDefault(action => action.MessageId is not null)?.MessageId;
        return () => new Attribution(ids.Hex32(), credited?.Id, credited?.MessageId, triggering?.Id, message);
    }
}
