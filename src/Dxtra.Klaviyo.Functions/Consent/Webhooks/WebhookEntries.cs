using Dxtra.Klaviyo.Functions.Activity;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What the activity log says of changes to a processor's webhooks.</summary>
internal static class WebhookEntries
{
    public static ActivityEntry Of(WebhookRegistration registration, ActivityType type, string actor, DateTimeOffset at, string outcome) =>
        Of(registration.ControllerDid, registration.ProcessorId, type, actor, at, outcome);

    public static ActivityEntry Of(string controller, string processorId, ActivityType type, string actor, DateTimeOffset at, string outcome) => new()
    {
        ControllerDid = controller,
        At = at,
        Source = ActivitySource.System,
        Type = type,
        ProcessorId = processorId,
        Actor = actor,
        Outcome = outcome,
    };
}
