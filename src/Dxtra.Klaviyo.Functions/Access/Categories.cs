namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The categories of an export, in the order in which they stand in it. The names are part of its schema.</summary>
internal static class Categories
{
    public const string Profile = "profile";
    public const string PredictiveAnalytics = "predictiveAnalytics";
    public const string Lists = "lists";
    public const string Segments = "segments";
    public const string Events = "events";

    public static IReadOnlyList<string> All { get; } = [Profile, PredictiveAnalytics, Lists, Segments, Events];
}
