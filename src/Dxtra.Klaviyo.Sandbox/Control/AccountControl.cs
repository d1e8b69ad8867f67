using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Specification;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>What the sandbox is, whose account it holds, with which keys, campaigns and flows.</summary>
internal sealed class AccountControl(AccountData data, SandboxOptions options, OperationCatalog catalog)
{
    public AccountPlan Plan
    {
        get => new(data.AdvancedKdp);
        set
        {
            lock (data.Gate)
                data.AdvancedKdp = value.AdvancedKdp;
        }
    }

    public object Describe()
    {
        lock (data.Gate)
        {
            return new
            {
                Name = "Klaviyo sandbox",
                catalog.Revision,
                options.Seed,
                Size = options.Size.ToString(),
                Operations = catalog.All.Select(operation => $"{operation.Method} {operation.Route}"),
                Profiles = data.Profiles.All.Count,
                Events = data.Events.All.Count,
                Lists = data.Lists.Count,
                Segments = data.Segments.Count,
            };
        }
    }

    public object Read() => new
    {
        data.Account.Id,
        Name = data.Account.OrganizationName,
        Keys = data.Keys.Select(key => new { key.Name, key.Value, Scopes = key.Scopes.Order(StringComparer.Ordinal), key.Revoked }),
        Campaigns = data.Campaigns.Select(campaign => new { campaign.Id, campaign.Name, campaign.MessageId }),
        Flows = data.Flows.Select(flow => new { flow.Id, flow.Name, MessageIds = flow.Actions.Select(action => action.MessageId).OfType<string>() }),
    };
}
