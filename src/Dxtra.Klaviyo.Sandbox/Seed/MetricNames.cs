namespace Dxtra.Klaviyo.Sandbox.Seed;

/// <summary>The metrics that the seed uses, as Klaviyo names them.</summary>
internal static class MetricNames
{
    public const string ReceivedEmail = "Received Email";
    public const string OpenedEmail = "Opened Email";
    public const string ClickedEmail = "Clicked Email";
    public const string BouncedEmail = "Bounced Email";
    public const string DroppedEmail = "Dropped Email";
    public const string MarkedSpam = "Marked Email as Spam";
    public const string SubscribedEmail = "Subscribed to Email Marketing";
    public const string UnsubscribedEmail = "Unsubscribed from Email Marketing";
    public const string SubscribedList = "Subscribed to List";
    public const string UnsubscribedList = "Unsubscribed from List";
    public const string ClickedUnsubscribe = "Clicked Email to Unsubscribe";
    public const string SubscribedBackInStock = "Subscribed to Back in Stock";
    public const string UpdatedPreferences = "Updated Email Preferences";
    public const string MergedProfile = "Merged Profile";
    public const string FilledOutForm = "Filled Out Form";
    public const string ReceivedSms = "Received SMS";
    public const string ClickedSms = "Clicked SMS";
    public const string SubscribedSms = "Subscribed to SMS Marketing";
    public const string UnsubscribedSms = "Unsubscribed from SMS Marketing";
    public const string SubscribedTextTransactional = "Subscribed to Text Messaging Transactional";
    public const string UnsubscribedTextTransactional = "Unsubscribed from Text Messaging Transactional";
    public const string ManuallySuppressed = "Manually Suppressed from Email Marketing";
    public const string ManuallyUnsuppressed = "Manually Unsuppressed from Email Marketing";
    public const string ReceivedText = "Received Text Message";
    public const string ClickedText = "Clicked Text Message";
    public const string SubscribedText = "Subscribed to Text Messaging Marketing";
    public const string UnsubscribedText = "Unsubscribed from Text Messaging Marketing";
    public const string ReceivedPush = "Received Push";
    public const string OpenedPush = "Opened Push";
    public const string ReadyToReview = "Ready to Review";
    public const string SubmittedReview = "Submitted Review";
    public const string ActiveOnSite = "Active on Site";
    public const string ViewedProduct = "Viewed Product";
    public const string AddedToCart = "Added to Cart";
    public const string CheckoutStarted = "Checkout Started";
    public const string QuizCompleted = "Quiz Completed";
    public const string PlacedOrder = "Placed Order";
    public const string OrderedProduct = "Ordered Product";
    public const string FulfilledOrder = "Fulfilled Order";
    public const string CancelledOrder = "Cancelled Order";
    public const string RefundedOrder = "Refunded Order";

    public static IReadOnlyList<string> Klaviyo { get; } =
    [
        ReceivedEmail, OpenedEmail, ClickedEmail, BouncedEmail, DroppedEmail, MarkedSpam, SubscribedEmail, UnsubscribedEmail,
        SubscribedList, UnsubscribedList, UpdatedPreferences, MergedProfile, FilledOutForm,
        ReceivedSms, ClickedSms, SubscribedSms, UnsubscribedSms,
        ReceivedText, ClickedText, SubscribedText, UnsubscribedText, ReceivedPush, OpenedPush, ReadyToReview, SubmittedReview,
    ];

    public static IReadOnlyList<string> Api { get; } = [ActiveOnSite, ViewedProduct, AddedToCart, CheckoutStarted, QuizCompleted];

    public static IReadOnlyList<string> Shopify { get; } = [PlacedOrder, OrderedProduct, FulfilledOrder, CancelledOrder, RefundedOrder];
}
