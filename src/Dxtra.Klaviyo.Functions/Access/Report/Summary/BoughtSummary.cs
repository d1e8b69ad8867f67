namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What the person ordered, and for how much.</summary>
internal static class BoughtSummary
{
    public static IEnumerable<string> Of(ReportContext report, OrderFigures figures)
    {
        var (texts, format) = (report.Texts, report.Format);
        if (figures.Orders == 0)
        {
            if (report.WasRead(Categories.Orders))
                yield return texts["bought.none"];
            yield break;
        }

        yield return (figures.First, figures.Last) is ({ } first, { } last) && format.Day(first) != format.Day(last)
            ? texts.Count("bought.between", figures.Orders, ("first", format.Day(first)), ("last", format.Day(last)))
            : texts.Count("bought.on", figures.Orders, ("on", figures.First is { } day ? texts.Of("format.on", ("day", format.Day(day))) : ""));
        if (figures.Totals.Count > 0)
            yield return texts.Of("bought.total", ("totals", format.Join([.. figures.Totals.Select(total => format.Money(total.Value, total.Key is "" ? null : total.Key))])));
        if (figures.Cancelled > 0)
            yield return texts.Count("bought.cancelled", figures.Cancelled);
        if (figures.Refunded > 0)
            yield return texts.Count("bought.refunded", figures.Refunded);
    }
}
