namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Which metrics tell what became of a message. Text messages were renamed on 2026-07-01; both names are known.</summary>
internal static class MessageSteps
{
    /// <summary>The names of the counts, in the order of the row.</summary>
    public static IReadOnlyList<string> Counts { get; } = ["sent", "opened", "clicked", "bounced", "dropped", "failed", "markedAsSpam", "unsubscribed"];

    private static readonly Dictionary<string, MessageStep> Known = new()
    {
        ["Received Email"] = new("email", "sent"),
        ["Opened Email"] = new("email", "opened"),
        ["Clicked Email"] = new("email", "clicked"),
        ["Bounced Email"] = new("email", "bounced"),
        ["Dropped Email"] = new("email", "dropped"),
        ["Marked Email as Spam"] = new("email", "markedAsSpam"),
        ["Unsubscribed"] = new("email", "unsubscribed"),
        ["Unsubscribed from Email Marketing"] = new("email", "unsubscribed"),
        ["Received SMS"] = new("sms", "sent"),
        ["Received Text Message"] = new("sms", "sent"),
        ["Received Automated Response SMS"] = new("sms", "sent"),
        ["Received Automated Response Text Message"] = new("sms", "sent"),
        ["Opened Text"] = new("sms", "opened"),
        ["Clicked SMS"] = new("sms", "clicked"),
        ["Clicked Text Message"] = new("sms", "clicked"),
        ["Failed to Deliver SMS"] = new("sms", "failed"),
        ["Failed to Deliver Text Message"] = new("sms", "failed"),
        ["Failed to Deliver Automated Response SMS"] = new("sms", "failed"),
        ["Failed to Deliver Automated Response Text Message"] = new("sms", "failed"),
        ["Unsubscribed from SMS Marketing"] = new("sms", "unsubscribed"),
        ["Unsubscribed from Text Messaging Marketing"] = new("sms", "unsubscribed"),
        ["Received Push"] = new("push", "sent"),
        ["Opened Push"] = new("push", "opened"),
        ["Bounced Push"] = new("push", "bounced"),
    };

    public static MessageStep? Of(string? metric) => metric is null ? null : Known.GetValueOrDefault(metric);
}
