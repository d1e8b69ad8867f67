using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Logs that the person's data was read and completes the request. The parts stay until the export expires: a retry goes on from
/// them, and a later look is held against them. A repeat leaves no second entry.
/// </summary>
internal sealed class CompleteAccessActivity(
    IRequestStore requests, IExportStore exports, ExportRetention retention, RunRecords records, LaterLooks later, IActivityLog activity, TimeProvider time)
{
    internal sealed record Input(RequestWork Work, IReadOnlyList<PartResult> Parts, IReadOnlyDictionary<string, ExportFile> Exports);

    [Function(nameof(CompleteAccessActivity))]
    public async Task<RequestResult> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken)
    {
        var work = input.Work;
        var outcome = AccessOutcome.Of(input.Parts, input.Exports);
        var request = await requests.FindAsync(work.ControllerDid, work.RequestId, cancellationToken)
            ?? throw new InvalidOperationException($"There is no request {work.RequestId}.");
        if (request.Status == RequestStatus.Cancelled)
        {
            await exports.DeleteAllAsync(ExportNames.All(work), cancellationToken);
            return RequestResult.Cancelled;
        }

        await records.WriteAsync(work, input.Parts, cancellationToken);
        await retention.RenewAsync(work, cancellationToken);
        await later.PromiseAsync(request, cancellationToken);
        if (!request.IsOver)
            await activity.AppendAsync(EntryOf(request, input.Parts, outcome.Result), cancellationToken);
        var now = time.GetUtcNow();
        await requests.UpdateAsync(work.ControllerDid, work.RequestId, Actors.System, current => current.IsOver ? current : current with
        {
            Status = RequestStatus.Completed,
            CompletedAt = now,
            ExpiresAt = retention.EndFrom(now),
            Outcome = outcome with { Supplements = current.Outcome?.Supplements ?? [] },
        }, cancellationToken);
        return outcome.Result;
    }

    private ActivityEntry EntryOf(SubjectRequest request, IReadOnlyList<PartResult> parts, RequestResult result)
    {
        var read = Categories.All.Where(category => parts.Any(part => part.Category == category && part.Gap is null));
        return RequestEntries.Of(request, ActivityType.AccessRequest, Actors.System, time.GetUtcNow(), [.. read], result.ToString());
    }
}
