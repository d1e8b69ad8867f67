namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>The input of every orchestration that works off a request: ids only, everything else is loaded.</summary>
internal sealed record RequestWork(string ControllerDid, string ProcessorId, string RequestId);
