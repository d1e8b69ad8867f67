using Dxtra.Klaviyo.Functions.Activity;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>What the activity log says of work on a request.</summary>
internal static class RequestEntries
{
    public static ActivityEntry Of(
        SubjectRequest request, ActivityType type, string actor, DateTimeOffset at, IReadOnlyList<string> fields, string outcome) => new()
        {
            ControllerDid = request.ControllerDid,
            At = at,
            Source = ActivitySource.Klaviyo,
            Type = type,
            ProcessorId = request.ProcessorId,
            RequestId = request.Id,
            SubjectKey = request.SubjectKey,
            SubjectMasked = request.SubjectMasked,
            Actor = actor,
            Fields = fields,
            Outcome = outcome,
        };
}
