using Dxtra.Klaviyo.Functions.Reports;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The columns of each category (docs/access-export.md).</summary>
internal static class RowShapes
{
    public static RowShape Consent { get; } = new(
        null,
        ReportField.Word("column.channel", "channel"),
        ReportField.Word("column.purpose", "purpose"),
        ReportField.Word("column.status", "status"),
        ReportField.Word("column.canReceive", "canReceive"),
        ReportField.Time("column.since", "since"),
        ReportField.Word("column.method", "method"));

    public static RowShape Suppressions { get; } = new(
        null,
        ReportField.Word("column.reason", "reason"),
        ReportField.Time("column.since", "at"),
        ReportField.Word("column.scope", "scope"),
        ReportField.Text("column.list", "listName"));

    public static RowShape Lists { get; } = new("list", ReportField.Text("column.name", "name"), ReportField.Time("column.joinedAt", "joinedAt"));

    public static RowShape Segments { get; } = new("segment", ReportField.Text("column.name", "name"), ReportField.Time("column.joinedAt", "joinedAt"));

    public static RowShape ListChanges { get; } = new(
        null,
        ReportField.Text("column.list", "list"),
        ReportField.Word("column.change", "change"),
        ReportField.Time("column.at", "at"),
        ReportField.Word("column.method", "method"));

    public static RowShape Messages { get; } = new(
        null,
        ReportField.Text("column.subject", "subject"),
        ReportField.Text("column.source", "sourceName"),
        ReportField.Word("column.channel", "channel"),
        ReportField.Time("column.firstAt", "firstAt"),
        ReportField.Number("column.sent", "sent"),
        ReportField.Number("column.opened", "opened"),
        ReportField.Number("column.clicked", "clicked"));

    public static RowShape Flows { get; } = new(
        null,
        ReportField.Text("column.name", "name"),
        ReportField.Number("column.messages", "messages"),
        ReportField.Time("column.firstAt", "firstAt"),
        ReportField.Time("column.lastAt", "lastAt"));

    public static RowShape Orders { get; } = new(
        null,
        ReportField.Text("column.order", "orderId"),
        ReportField.Time("column.placedAt", "placedAt"),
        ReportField.Word("column.status", "status"),
        ReportField.Composed("column.items", ReportKind.Text, OrderCells.Items),
        ReportField.Composed("column.total", ReportKind.Text, OrderCells.Total));

    public static RowShape CouponCodes { get; } = new(
        "sent",
        ReportField.Text("column.code", "code"),
        ReportField.Text("column.coupon", "coupon"),
        ReportField.Word("column.status", "status"),
        ReportField.Time("column.expiresAt", "expiresAt"));

    public static RowShape PushTokens { get; } = new(
        null,
        ReportField.Word("column.platform", "attributes", "platform"),
        ReportField.Word("column.status", "attributes", "enablement_status"),
        ReportField.Time("column.createdAt", "attributes", "created"));

    public static RowShape Conversations { get; } = new(
        null, ReportField.Word("column.channel", "attributes", "channel"), ReportField.Id("column.id", "id"));

    public static RowShape Reviews { get; } = new(
        null,
        ReportField.Text("column.title", "attributes", "title"),
        ReportField.Number("column.rating", "attributes", "rating"),
        ReportField.Text("column.content", "attributes", "content"),
        ReportField.Time("column.createdAt", "attributes", "created"));

    public static RowShape CustomObjects { get; } = new("record", ReportField.Text("column.type", "type"), ReportField.Id("column.id", "record", "id"));

    public static RowShape Events { get; } = new(
        "event",
        ReportField.Composed("column.metric", ReportKind.Text, EventCells.Metric),
        ReportField.Composed("column.at", ReportKind.Time, EventCells.Time),
        ReportField.Composed("column.about", ReportKind.Text, EventCells.About));
}
