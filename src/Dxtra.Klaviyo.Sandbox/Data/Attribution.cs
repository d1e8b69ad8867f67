namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>The message that an event is credited to: of a campaign or of a flow.</summary>
internal sealed record Attribution(string Id, string? CampaignId, string? CampaignMessageId, string? FlowId, string? FlowMessageId);
