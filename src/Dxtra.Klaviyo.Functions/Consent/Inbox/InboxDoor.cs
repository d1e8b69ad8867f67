using Azure;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Whether somebody works a processor's inbox off: open while an orchestration does. Who opens it starts one under the next run's id;
/// who works closes it and looks once more. As messages are stored before the door is looked at, none is left behind a closed one.
/// </summary>
/// <param name="ControllerDid">Whose inbox it is.</param>
/// <param name="ProcessorId">The inbox.</param>
/// <param name="IsOpen">Somebody is at work.</param>
/// <param name="Run">The number of the last one who was.</param>
/// <param name="Since">When it was opened or closed.</param>
/// <param name="Version">As storage knows it; none for a door that nobody has opened yet.</param>
internal sealed record InboxDoor(string ControllerDid, string ProcessorId, bool IsOpen, int Run, DateTimeOffset Since, ETag Version = default);
