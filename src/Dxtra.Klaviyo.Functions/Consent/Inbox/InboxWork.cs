namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>The input of the orchestration that works a processor's inbox off.</summary>
internal sealed record InboxWork(string ControllerDid, string ProcessorId, int Run)
{
    public string InstanceId() => $"inbox-{ProcessorId}-{Run}";
}
