using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>
/// Extends a request's deadline as its law permits: once, with a reason, and before the deadline, for every law that gives more time
/// wants the person to be told of it within the first period.
/// </summary>
internal sealed class ExtendRequestHandler(IRequestStore requests, SubjectVault vault, IActivityLog activity, TimeProvider time)
{
    /// <summary>With a note it still fits a property of a table, whatever the script.</summary>
    private const int ReasonLength = 1_000;

    public async Task<ExtendRequestResult> HandleAsync(
        string controller, string requestId, ExtendRequestBody body, string actor, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(controller, requestId, cancellationToken) is not { } request)
            return new ExtendRequestResult.NoRequest();
        if (Check(body.Reason) is { } invalid)
            return invalid;

        var (now, reason) = (time.GetUtcNow(), body.Reason!.Trim());
        var sealedReason = await vault.SealReasonAsync(request, reason, cancellationToken);
        ExtendRequestResult? refused = null;
        var extended = await requests.UpdateAsync(controller, requestId, actor, current =>
        {
            refused = Refuse(current, now);
            return refused is not null ? current : current with
            {
                DueAt = RegulationOf(current).ExtendedDueAt(current.ReceivedAt)!.Value,
                Extension = new(now, actor, current.DueAt, sealedReason),
            };
        }, cancellationToken);
        if (refused is not null)
            return refused;

        await activity.AppendAsync(RequestEntries.Of(extended, ActivityType.RequestExtended, actor, now, ["dueAt"], "Extended"), cancellationToken);
        return new ExtendRequestResult.Extended(RequestView.Of(extended, reason: reason));
    }

    private static ExtendRequestResult.Invalid? Check(string? reason)
    {
        var errors = new FieldErrors();
        if (string.IsNullOrWhiteSpace(reason))
            errors.Add("reason", "Say why the request takes longer.");
        FreeText.Check(reason, ReasonLength, "reason", errors);
        return errors.Any ? new(errors) : null;
    }

    private static ExtendRequestResult? Refuse(SubjectRequest request, DateTimeOffset now) => request switch
    {
        { IsOver: true } => new ExtendRequestResult.NotNow(request.Status),
        { Extension: not null } => new ExtendRequestResult.Refused(ExtensionRefusal.AlreadyExtended),
        _ when RegulationOf(request).Extension is null => new ExtendRequestResult.Refused(ExtensionRefusal.NotInThisLaw),
        _ when now > request.DueAt => new ExtendRequestResult.Refused(ExtensionRefusal.TooLate),
        _ => null,
    };

    private static Regulation RegulationOf(SubjectRequest request) => Regulations.TryFind(request.Regulation, out var regulation)
        ? regulation
        : throw new InvalidOperationException($"The request {request.Id} has a regulation that is no longer known.");
}
