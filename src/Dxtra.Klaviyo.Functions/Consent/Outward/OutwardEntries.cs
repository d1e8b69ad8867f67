using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What the activity log says of consent that Dxtra sets.</summary>
internal static class OutwardEntries
{
    public static ActivityEntry Of(ConsentOrder order, ActivityType type, string actor, DateTimeOffset at, string outcome) => new()
    {
        ControllerDid = order.ControllerDid,
        At = at,
        Source = ActivitySource.Dxtra,
        Type = type,
        ProcessorId = order.ProcessorId,
        RequestId = order.Id,
        SubjectKey = order.SubjectKey,
        SubjectMasked = order.SubjectMasked,
        Actor = actor,
        Fields = [.. order.Channels.Select(channel => Words.Of(channel.Channel)), .. order.ListId is { } list ? [$"list:{list}"] : Array.Empty<string>()],
        Outcome = outcome,
    };
}
