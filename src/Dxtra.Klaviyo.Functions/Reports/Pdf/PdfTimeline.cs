using Dxtra.Klaviyo.Functions.Hosting.Pdf;

namespace Dxtra.Klaviyo.Functions.Reports.Pdf;

/// <summary>Draws numbers by month as stacked bars.</summary>
internal sealed class PdfTimeline(PdfDocument document, PdfFlow flow)
{
    private const double Height = 120, AxisWidth = 30, LabelHeight = 16, LegendHeight = 16, MonthLabel = 52;

    private readonly PdfTextBlock _text = new(document.Fonts);

    public void Write(PdfElement parent, ReportTimeline timeline)
    {
        const double all = LegendHeight + 8 + Height + LabelHeight;
        flow.Keep(all);
        var (top, left) = (flow.Y, PdfFlow.Left);
        var box = FormattableString.Invariant($"/A<</O/Layout/Placement/Block/BBox[{left:0.##} {top - all:0.##} {PdfFlow.Right:0.##} {top:0.##}]>>");
        var figure = document.Structure.Open(parent, "Figure", box + PdfTags.Text("Alt", Alternative(timeline)));
        flow.Page.Begin(figure);
        DrawLegend(timeline.Series, top);
        var chart = top - LegendHeight - 8;
        var most = Round(timeline.Months.Max(month => month.Counts.Sum()));
        DrawGrid(most, chart);
        DrawBars(timeline.Months, most, chart - Height);
        DrawMonths(timeline.Months, chart - Height);
        flow.Page.End();
        document.Structure.Close(figure);
        flow.Advance(all + 8);
    }

    /// <summary>What the picture shows, in words that need no translation.</summary>
    private static string Alternative(ReportTimeline timeline)
    {
        var totals = timeline.Series.Select((series, i) => $"{series}: {timeline.Months.Sum(month => (long)month.Counts[i])}");
        return $"{timeline.Caption}. {timeline.Months[0].Label} – {timeline.Months[^1].Label}. {string.Join("; ", totals)}.";
    }

    private void DrawLegend(IReadOnlyList<string> series, double top)
    {
        var x = PdfFlow.Left;
        for (var i = 0; i < series.Count; i++)
        {
            flow.Page.Fill(PdfStyles.Series(i), x, top - 9.5, 7, 7);
            Label(series[i], x + 11, top, right: false);
            x += 27 + _text.Measure().Line * PdfStyles.Foot.Size / 1000;
        }
    }

    private void DrawGrid(int most, double top)
    {
        for (var i = 0; i <= 2; i++)
        {
            var y = top - Height + Height * i / 2;
            flow.Page.Fill(PdfStyles.Hairline, PdfFlow.Left + AxisWidth, y, PdfFlow.Width - AxisWidth, 0.5);
            if (i != 1 || most % 2 == 0)
                Label($"{most * (long)i / 2}", PdfFlow.Left + AxisWidth - 6, y + 5, right: true);
        }
    }

    private void DrawBars(IReadOnlyList<ReportMonth> months, int most, double bottom)
    {
        var step = (PdfFlow.Width - AxisWidth) / months.Count;
        var width = Math.Min(step * 0.72, 26);
        for (var i = 0; i < months.Count; i++)
        {
            var y = bottom;
            for (var series = 0; series < months[i].Counts.Count; series++)
            {
                var height = Height * months[i].Counts[series] / most;
                if (height > 0)
                    flow.Page.Fill(PdfStyles.Series(series), PdfFlow.Left + AxisWidth + step * i + (step - width) / 2, y, width, height);
                y += height;
            }
        }
    }

    private void DrawMonths(IReadOnlyList<ReportMonth> months, double bottom)
    {
        var step = (PdfFlow.Width - AxisWidth) / months.Count;
        var every = Math.Max(1, (int)Math.Ceiling(MonthLabel / step));
        for (var i = 0; i < months.Count; i += every)
            Label(months[i].Label, PdfFlow.Left + AxisWidth + step * i + (step - Math.Min(step * 0.72, 26)) / 2, bottom - 4, right: false);
    }

    private void Label(string text, double x, double top, bool right)
    {
        _text.Clear().Add(text, PdfStyles.Foot.Weight).Break(PdfFlow.Width, PdfStyles.Foot.Size);
        _text.Draw(flow.Page.Content, 0, Math.Min(1, _text.Lines.Count), x, top, PdfStyles.Foot, right);
    }

    /// <summary>The next number that looks well on an axis.</summary>
    private static int Round(long most)
    {
        for (long power = 1; ; power *= 10)
            foreach (var factor in (ReadOnlySpan<int>)[1, 2, 4, 6, 8, 10])
                if (factor * power >= most)
                    return (int)Math.Min(factor * power, int.MaxValue);
    }
}
