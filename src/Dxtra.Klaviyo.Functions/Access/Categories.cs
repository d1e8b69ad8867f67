namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The categories of an export, in the order in which they stand in it. The names are part of its schema.</summary>
internal static class Categories
{
    /// <summary>At most one row.</summary>
    public const string Profile = "profile";
    public const string Consent = "consent";
    public const string Suppressions = "suppressions";
    public const string Lists = "lists";
    public const string Segments = "segments";
    public const string ListChanges = "listChanges";
    public const string Messages = "messages";
    public const string Flows = "flows";
    public const string Orders = "orders";
    public const string CouponCodes = "couponCodes";
    public const string PushTokens = "pushTokens";
    public const string Conversations = "conversations";
    public const string Reviews = "reviews";
    public const string CustomObjects = "customObjects";

    /// <summary>At most one row.</summary>
    public const string PredictiveAnalytics = "predictiveAnalytics";

    /// <summary>At most one row.</summary>
    public const string Summary = "summary";
    public const string Events = "events";

    public static IReadOnlyList<string> All { get; } =
    [
        Profile, Consent, Suppressions, Lists, Segments, ListChanges, Messages, Flows, Orders, CouponCodes, PushTokens,
        Conversations, Reviews, CustomObjects, PredictiveAnalytics, Summary, Events,
    ];

    /// <summary>Categories of at most one row: an object in the JSON export, not an array.</summary>
    public static bool IsSingle(string category) => category is Profile or PredictiveAnalytics or Summary;
}
