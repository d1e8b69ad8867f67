namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The chapters that are tables and nothing else.</summary>
internal static class CategoryChapters
{
    public static IReportChapter Consent { get; } = new CategoryChapter(
        "consent",
        new CategorySection(Categories.Consent, RowShapes.Consent),
        new CategorySection(Categories.Suppressions, RowShapes.Suppressions));

    public static IReportChapter Groups { get; } = new CategoryChapter(
        "groups",
        new CategorySection(Categories.Lists, RowShapes.Lists),
        new CategorySection(Categories.Segments, RowShapes.Segments),
        new CategorySection(Categories.ListChanges, RowShapes.ListChanges));

    public static IReportChapter Messages { get; } = new CategoryChapter(
        "messages",
        new CategorySection(Categories.Messages, RowShapes.Messages),
        new CategorySection(Categories.Flows, RowShapes.Flows));

    public static IReportChapter Orders { get; } = new CategoryChapter(
        "orders",
        new CategorySection(Categories.Orders, RowShapes.Orders),
        new CategorySection(Categories.CouponCodes, RowShapes.CouponCodes));

    public static IReportChapter Records { get; } = new CategoryChapter(
        "records",
        new CategorySection(Categories.PushTokens, RowShapes.PushTokens),
        new CategorySection(Categories.Conversations, RowShapes.Conversations),
        new CategorySection(Categories.Reviews, RowShapes.Reviews),
        new CategorySection(Categories.CustomObjects, RowShapes.CustomObjects));
}
