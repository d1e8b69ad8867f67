namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>An orchestration that must be started for a request that is or will be stored.</summary>
internal sealed record PendingStart(RequestWork Work, string Orchestrator, DateTimeOffset Since);
