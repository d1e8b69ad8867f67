using Dxtra.Klaviyo.Functions.Activity;

namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>What the activity log says of changes to a processor.</summary>
internal static class ProcessorEntries
{
    public static ActivityEntry Of(Processor processor, ActivityType type, string actor, DateTimeOffset at) => new()
    {
        ControllerDid = processor.ControllerDid,
        At = at,
        Source = ActivitySource.Dxtra,
        Type = type,
        ProcessorId = processor.Id,
        Actor = actor,
        Outcome = processor.Status.ToString(),
    };
}
