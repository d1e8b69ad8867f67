namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>When to look whether something of a request is to be deleted. Whether it is, the request says.</summary>
internal sealed record Expiry(string ControllerDid, string RequestId, DateTimeOffset At);
