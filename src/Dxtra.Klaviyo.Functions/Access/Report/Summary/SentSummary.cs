namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What was sent to the person, by channel and by who sent it.</summary>
internal static class SentSummary
{
    private const int MostNames = 8;

    public static IEnumerable<string> Of(ReportContext report, MessageFigures figures)
    {
        var texts = report.Texts;
        if (figures.Sent == 0 && report.WasRead(Categories.Messages))
            yield return texts["sent.none"];
        foreach (var (channel, (sent, opened, clicked)) in figures.Channels.Where(channel => channel.Value.Sent > 0))
        {
            var form = channel is "email" or "sms" or "push" ? channel : "other";
            yield return texts.Of(
                "sent.channel",
                ("sent", texts.Count($"sent.{form}", sent)),
                ("opened", texts.Count("sent.opens", opened)),
                ("clicked", texts.Count("sent.clicks", clicked)));
        }

        if (figures.Campaigns.Names > 0)
            yield return Named(report, "sent.campaigns", figures.Campaigns);
        if (figures.Flows.Names > 0)
            yield return Named(report, "sent.flows", figures.Flows);
    }

    private static string Named(ReportContext report, string key, NamedCounts names) => report.Texts.Count(
        key, names.Names, ("names", report.Format.JoinSome(names.Most(MostNames), MostNames, names.Names)));
}
