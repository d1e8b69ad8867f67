using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Logs that the person's data was read, completes the request and removes the parts. A repeat leaves no second entry.</summary>
internal sealed class CompleteAccessActivity(IRequestStore requests, IExportStore exports, IActivityLog activity, TimeProvider time)
{
    internal sealed record Input(RequestWork Work, IReadOnlyList<PartResult> Parts, ExportFile Export);

    [Function(nameof(CompleteAccessActivity))]
    public async Task<RequestResult> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken)
    {
        var work = input.Work;
        var outcome = AccessOutcome.Of(input.Parts, input.Export);
        var request = await requests.FindAsync(work.ControllerDid, work.RequestId, cancellationToken)
            ?? throw new InvalidOperationException($"There is no request {work.RequestId}.");
        if (!request.IsOver)
            await activity.AppendAsync(EntryOf(request, input.Parts, outcome.Result), cancellationToken);
        await requests.UpdateAsync(work.ControllerDid, work.RequestId, Actors.System, current => current.IsOver ? current : current with
        {
            Status = RequestStatus.Completed,
            CompletedAt = time.GetUtcNow(),
            Outcome = outcome,
        }, cancellationToken);
        await exports.DeleteAllAsync(ExportNames.Parts(work), cancellationToken);
        return outcome.Result;
    }

    private ActivityEntry EntryOf(SubjectRequest request, IReadOnlyList<PartResult> parts, RequestResult result)
    {
        var read = Categories.All.Where(category => parts.Any(part => part.Category == category && part.Gap is null));
        return RequestEntries.Of(request, ActivityType.AccessRequest, Actors.System, time.GetUtcNow(), [.. read], result.ToString());
    }
}
