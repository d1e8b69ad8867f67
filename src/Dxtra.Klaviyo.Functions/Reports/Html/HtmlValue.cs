using System.Globalization;

namespace Dxtra.Klaviyo.Functions.Reports;

/// <summary>A value as it stands in a cell or behind a label.</summary>
internal static class HtmlValue
{
    /// <summary>The class that sets it.</summary>
    public static string ClassOf(ReportKind kind) => kind switch
    {
        ReportKind.Number => " class=\"n\"",
        ReportKind.Time => " class=\"t\"",
        ReportKind.Id => " class=\"i\"",
        _ => "",
    };

    public static HtmlOutput Value(this HtmlOutput html, string text, DateTimeOffset? time) => time is not { } known
        ? html.Text(text)
        : html.Markup("<time datetime=\"").Markup(known.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture))
            .Markup("\">").Text(text).Markup("</time>");

    public static HtmlOutput Facts(this HtmlOutput html, IReadOnlyList<ReportFact> facts)
    {
        html.Markup("<dl>");
        foreach (var fact in facts)
        {
            html.Markup("<div><dt>").Text(fact.Label).Markup($"</dt><dd{ClassOf(fact.Kind)}>")
                .Value(fact.Value, fact.Time).Markup("</dd></div>");
        }

        return html.Markup("</dl>\n");
    }
}
