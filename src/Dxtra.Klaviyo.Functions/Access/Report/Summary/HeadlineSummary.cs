using Dxtra.Klaviyo.Functions.Reports;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The few numbers that tell the size of it.</summary>
internal static class HeadlineSummary
{
    public static IEnumerable<ReportFact> Of(ReportContext report, PersonFigures figures)
    {
        (string Label, string Category, long Count)[] numbers =
        [
            ("headline.events", Categories.Events, figures.Events),
            ("headline.messages", Categories.Messages, figures.Messages.Sent),
            ("headline.orders", Categories.Orders, figures.Orders.Orders),
            ("headline.groups", Categories.Lists, figures.Lists.Names + figures.Segments.Names),
        ];
        return from number in numbers
               where report.WasRead(number.Category)
               select new ReportFact(report.Texts[number.Label], report.Format.Number(number.Count), Kind: ReportKind.Number);
    }
}
