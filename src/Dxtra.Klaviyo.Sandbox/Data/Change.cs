namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>Something that took effect on a person; whose it is shows by ids alone.</summary>
/// <param name="At">When it took effect, which for a job is later than its call.</param>
/// <param name="Kind">What: one of the constants here.</param>
/// <param name="ProfileId">On whom.</param>
/// <param name="By">The operation that caused it, <c>fault</c>, or <c>sandbox</c> for the control interface.</param>
/// <param name="Detail">The list's id, the channel, the other profile of a merge; null where there is none.</param>
internal sealed record Change(DateTimeOffset At, string Kind, string ProfileId, string By, string? Detail)
{
    public const string Created = "created";
    public const string Deleted = "deleted";
    public const string Merged = "merged";
    public const string JoinedList = "joinedList";
    public const string LeftList = "leftList";
    public const string Subscribed = "subscribed";
    public const string Unsubscribed = "unsubscribed";
    public const string Suppressed = "suppressed";
    public const string Unsuppressed = "unsuppressed";
}
