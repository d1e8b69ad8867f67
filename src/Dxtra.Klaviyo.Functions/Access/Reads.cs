namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The units in which a profile is read: each gives the categories that come out of the same calls.</summary>
internal static class Reads
{
    public const string Profile = "profile";
    public const string History = "history";
    public const string Groups = "groups";
    public const string Predictions = "predictions";
    public const string Coupons = "coupons";
    public const string Reviews = "reviews";
    public const string CustomObjects = "customObjects";

    private static readonly Dictionary<string, string[]> Given = new()
    {
        [Profile] = [Categories.Profile, Categories.Consent, Categories.Suppressions, Categories.PushTokens, Categories.Conversations],
        [History] = [Categories.Events, Categories.Summary, Categories.Messages, Categories.Flows, Categories.Orders, Categories.ListChanges],
        [Groups] = [Categories.Lists, Categories.Segments],
        [Predictions] = [Categories.PredictiveAnalytics],
        [Coupons] = [Categories.CouponCodes],
        [Reviews] = [Categories.Reviews],
        [CustomObjects] = [Categories.CustomObjects],
    };

    /// <summary>What is left to read when the profile was found, which gives it. Groups notice a profile that was merged away, so they come last.</summary>
    public static IReadOnlyList<string> AfterProfile { get; } = [Predictions, Coupons, Reviews, CustomObjects, History, Groups];

    public static IReadOnlyList<string> CategoriesOf(string read) => Given[read];

    public static string Of(string category) => Given.Single(read => read.Value.Contains(category)).Key;
}
