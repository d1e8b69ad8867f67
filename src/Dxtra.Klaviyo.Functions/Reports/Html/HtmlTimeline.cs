using System.Globalization;

namespace Dxtra.Klaviyo.Functions.Reports;

/// <summary>Numbers by month as bars, with the numbers themselves below.</summary>
internal sealed class HtmlTimeline(HtmlOutput html, ReportTimeline timeline, ReportTexts texts)
{
    private const int SlotWidth = 10;
    private const double Gap = 1.5;
    private const double Height = 100;

    private readonly int _most = Math.Max(1, timeline.Months.Max(month => month.Counts.Sum()));

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        html.Markup("<figure class=\"timeline\"><figcaption>").Text(timeline.Caption).Markup("</figcaption>\n<ul class=\"legend\">");
        foreach (var (index, series) in timeline.Series.Index())
            html.Markup($"<li><i class=\"s{Digits(index)}\"></i>").Text(series).Markup("</li>");
        html.Markup("</ul>\n");
        html.Markup($"<div class=\"{Size()}\">\n");
        Chart();
        html.Markup("<div class=\"ends\"><span>").Text(timeline.Months[0].Label).Markup("</span><span>").Text(timeline.Months[^1].Label).Markup("</span></div>\n</div>\n<details><summary>")
            .Text(texts["html.numbers"]).Markup("</summary>");
        await new HtmlTable(html, NumbersTable(), texts).WriteAsync(Numbers().ToAsyncEnumerable(), cancellationToken);
        html.Markup("</details></figure>\n");
    }

    /// <summary>A few months should not be drawn as broad as a decade.</summary>
    private string Size() => timeline.Months.Count switch { <= 6 => "few", <= 18 => "some", _ => "many" };

    private void Chart()
    {
        var busiest = timeline.Months.MaxBy(month => month.Counts.Sum())!;
        var alternative = texts.Count(
            "html.timeline", _most, ("caption", timeline.Caption), ("first", timeline.Months[0].Label), ("last", timeline.Months[^1].Label), ("busiest", busiest.Label));
        html.Markup($"<svg viewBox=\"0 0 {Digits(timeline.Months.Count * SlotWidth)} {Digits(Height)}\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"")
            .Text(alternative).Markup("\">\n");
        foreach (var (index, month) in timeline.Months.Index())
            Bar(index, month);
        html.Markup("</svg>\n");
    }

    private void Bar(int index, ReportMonth month)
    {
        var top = Height;
        foreach (var (series, count) in month.Counts.Index().Where(entry => entry.Item > 0))
        {
            var height = Height * count / _most;
            top -= height;
            html.Markup(
                $"<rect class=\"s{Digits(series)}\" x=\"{Digits((index * SlotWidth) + (Gap / 2))}\" y=\"{Digits(top)}\" width=\"{Digits(SlotWidth - Gap)}\" height=\"{Digits(height)}\"/>");
        }
    }

    private ReportTable NumbersTable() => new(
        timeline.Caption, [timeline.MonthTitle, .. timeline.Series], null, [ReportKind.Text, .. timeline.Series.Select(_ => ReportKind.Number)]);

    private IEnumerable<ReportRow> Numbers() =>
        timeline.Months.Select(month => new ReportRow([month.Label, .. month.Counts.Select(ReportFormat.Plain)], []));

    private static string Digits(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
