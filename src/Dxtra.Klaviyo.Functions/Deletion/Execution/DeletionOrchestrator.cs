using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>A run of work on a deletion request: wait for the person's identity, show what would be deleted, or carry out what was approved.</summary>
internal static class DeletionOrchestrator
{
    [Function(nameof(DeletionOrchestrator))]
    public static async Task<RequestResult> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, RequestWork work)
    {
        var start = await context.CallActivityAsync<StartDeletionActivity.Output>(nameof(StartDeletionActivity), new StartDeletionActivity.Input(work), Patience.Usual);
        return start.Phase switch
        {
            DeletionPhase.Identity => await AwaitIdentityAsync(context, work, start.IdentityDueAt),
            DeletionPhase.Preview => await PreviewAsync(context, work),
            DeletionPhase.Execution => await ExecuteAsync(context, work, start.Pace),
            _ => RequestResult.Cancelled,
        };
    }

    /// <summary>When it is proven earlier, another run goes on and this one finds nothing to do.</summary>
    private static async Task<RequestResult> AwaitIdentityAsync(TaskOrchestrationContext context, RequestWork work, DateTimeOffset due)
    {
        Report(context, DeletionSteps.AwaitingIdentity);
        for (DateTimeOffset? until = due; until is { } time;)
        {
            await context.CreateTimer(time.UtcDateTime, CancellationToken.None);
            until = await context.CallActivityAsync<DateTimeOffset?>(nameof(ExpireIdentityActivity), new ExpireIdentityActivity.Input(work), Patience.Usual);
        }

        return RequestResult.Cancelled;
    }

    private static async Task<RequestResult> PreviewAsync(TaskOrchestrationContext context, RequestWork work)
    {
        Report(context, DeletionSteps.Previewing);
        RequestResult result;
        try
        {
            result = await context.CallPatientlyAsync<RequestResult>(nameof(BuildPreviewActivity), new BuildPreviewActivity.Input(work), Patience.Usual);
        }
        catch (TaskFailedException)
        {
            result = RequestResult.Unavailable;
        }

        if (result == RequestResult.NoSuchProfile)
            await CertifyAsync(context, work, broken: false);
        if (result is RequestResult.AuthenticationFailed or RequestResult.MissingScope or RequestResult.Unavailable)
            await context.CallActivityAsync<bool>(nameof(FailRequestActivity), new FailRequestActivity.Input(work, result), Patience.Usual);
        return result;
    }

    private static async Task<RequestResult> ExecuteAsync(TaskOrchestrationContext context, RequestWork work, ErasurePace pace)
    {
        IReadOnlyDictionary<int, IReadOnlyList<PlannedStep>> plan = new Dictionary<int, IReadOnlyList<PlannedStep>>();
        var broken = false;
        try
        {
            var recheck = await RereadAsync(context, work, pace);
            if (!recheck.Unchanged)
                return RequestResult.AwaitingApproval;
            plan = recheck.Plan;
            if (!await ErasureSteps.RunAsync(context, work, plan, pace))
                return RequestResult.Cancelled;
            await ErasureLooks.RunAsync(context, work, plan, pace);
        }
        catch (TaskFailedException)
        {
            // What was done is on record all the same: it ends as failed and can be done again.
            broken = true;
        }

        Report(context, DeletionSteps.Certifying);
        return await ConcludeAsync(context, new(work, plan, broken));
    }

    /// <summary>A key that Klaviyo does not take is waited for without end.</summary>
    private static async Task<RecheckPictureActivity.Output> RereadAsync(TaskOrchestrationContext context, RequestWork work, ErasurePace pace)
    {
        Report(context, DeletionSteps.Rereading);
        while (true)
        {
            var output = await context.CallPatientlyAsync<RecheckPictureActivity.Output>(nameof(RecheckPictureActivity), new RecheckPictureActivity.Input(work), Patience.Usual);
            if (output.Refused is not { } refused)
                return output;
            Report(context, refused == WaitingFor.Key ? DeletionSteps.WaitingForKey : DeletionSteps.WaitingForKlaviyo);
            await context.CreateTimer(pace.Pause, CancellationToken.None);
        }
    }

    /// <summary>The outcome is recorded, then certified, then the request is over.</summary>
    private static async Task<RequestResult> ConcludeAsync(TaskOrchestrationContext context, ConcludeDeletionActivity.Input input)
    {
        var result = RequestResult.Unavailable;
        try
        {
            result = await context.CallActivityAsync<RequestResult>(nameof(ConcludeDeletionActivity), input, Patience.Usual);
        }
        catch (TaskFailedException)
        {
            input = input with { Broken = true };
        }

        await CertifyAsync(context, input.Work, input.Broken);
        return result;
    }

    private static async Task CertifyAsync(TaskOrchestrationContext context, RequestWork work, bool broken)
    {
        try
        {
            await context.CallActivityAsync(nameof(IssueCertificateActivity), new IssueCertificateActivity.Input(work), Patience.Usual);
        }
        catch (TaskFailedException)
        {
            broken = true;
        }

        try
        {
            await context.CallActivityAsync(nameof(EndDeletionActivity), new EndDeletionActivity.Input(work, broken), Patience.Usual);
        }
        catch (TaskFailedException)
        {
            await context.CallActivityAsync<bool>(nameof(FailRequestActivity), new FailRequestActivity.Input(work, RequestResult.Unavailable), Patience.Usual);
        }
    }

    private static void Report(TaskOrchestrationContext context, string step) => context.SetCustomStatus(new RequestProgress(step, 0, 0, "steps"));
}
