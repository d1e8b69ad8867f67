namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>The orchestration that works off requests of a kind; each capability registers its own.</summary>
internal sealed record RequestOrchestrator(RequestKind Kind, string Name);
