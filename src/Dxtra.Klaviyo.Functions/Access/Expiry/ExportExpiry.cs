namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>When to look whether what was gathered for a request is to be deleted. Whether it is, the request says.</summary>
internal sealed record ExportExpiry(string ControllerDid, string RequestId, DateTimeOffset At);
