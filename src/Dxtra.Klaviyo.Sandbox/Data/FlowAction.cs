namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>A step of a flow: a message, or a wait when there is no subject.</summary>
internal sealed record FlowAction(string Id, string? MessageId, string? Subject);
