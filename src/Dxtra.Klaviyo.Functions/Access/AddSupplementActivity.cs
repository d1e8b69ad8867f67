using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Logs that the person's data was read again and adds the supplement to the request. A repeat adds nothing.</summary>
internal sealed class AddSupplementActivity(
    IRequestStore requests, IExportStore exports, ExportRetention retention, RunRecords records, IActivityLog activity, TimeProvider time)
{
    internal sealed record Input(RequestWork Work, IReadOnlyList<PartResult> Parts, IReadOnlyDictionary<string, ExportFile> Exports);

    [Function(nameof(AddSupplementActivity))]
    public async Task RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken)
    {
        var work = input.Work;
        var request = await requests.FindAsync(work.ControllerDid, work.RequestId, cancellationToken);
        if (request?.Outcome is not { } outcome || outcome.Supplements.Any(supplement => supplement.Look == work.Look && supplement.Run == work.Run))
            return;
        if (request.ExpiredAt is not null)
        {
            await exports.DeleteAllAsync(ExportNames.All(work), cancellationToken);
            return;
        }

        await records.WriteAsync(work, input.Parts, cancellationToken);
        await retention.RenewAsync(work with { Look = 0 }, cancellationToken);
        await activity.AppendAsync(
            RequestEntries.Of(request, ActivityType.AccessRequest, Actors.System, time.GetUtcNow(), [Categories.Events], "Supplement"), cancellationToken);
        await requests.UpdateAsync(work.ControllerDid, work.RequestId, Actors.System, current => current with
        {
            ExpiresAt = retention.EndFrom(time.GetUtcNow()),
            Outcome = current.Outcome! with { Supplements = [.. current.Outcome.Supplements, SupplementOf(input, current.Outcome.Supplements.Count + 1)] },
        }, cancellationToken);
    }

    private RequestSupplement SupplementOf(Input input, int number) => new(
        number, input.Work.Look, time.GetUtcNow(), input.Parts.Where(part => part.Category == Categories.Events).Sum(part => part.Rows), input.Exports, input.Work.Run);
}
