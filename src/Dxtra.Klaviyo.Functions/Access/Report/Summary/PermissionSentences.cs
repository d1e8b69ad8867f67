using Dxtra.Klaviyo.Functions.Reports;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// May the person be written to, and why. Consent and suppression are independent of each other, and that Klaviyo can reach somebody
/// does not mean that they agreed: it can reach whoever never subscribed and never refused.
/// </summary>
internal sealed class PermissionSentences(ReportTexts texts)
{
    private static readonly string[] Channels = ["email", "sms", "whatsapp", "mobile_push"];

    private readonly ReportFormat _format = new(texts);

    /// <param name="consent">What is known of marketing over a channel.</param>
    /// <param name="suppressions">All blocks; those of lists do not count here.</param>
    public string Of(ConsentFact consent, IReadOnlyList<SuppressionFact> suppressions)
    {
        var blocks = consent.Channel == "email" ? suppressions.Where(suppression => suppression.List is null).ToList() : [];
        var agreed = AgreedClause(consent, blocks);
        var reasons = ReasonsOf(blocks.Where(block => block.Reason != SuppressionFact.Unsubscribe || consent.Status != "UNSUBSCRIBED"));
        return (consent.Status, reasons, consent.CanReceive) switch
        {
            ("SUBSCRIBED", { Length: > 0 }, _) => Sentence("although", "no", consent, agreed, reasons),
            ("SUBSCRIBED", _, false) => Sentence("unexplained", "no", consent, agreed),
            ("SUBSCRIBED", _, _) => Sentence("because", "yes", consent, reasons: agreed),
            (_, { Length: > 0 }, _) => Sentence("because", "no", consent, reasons: _format.Join([reasons, agreed])),
            (_, _, true) => Sentence("notConsent", "able", consent, agreed),
            (not ("UNSUBSCRIBED" or "NEVER_SUBSCRIBED"), _, null) => Sentence("because", "unsure", consent, reasons: agreed),
            _ => Sentence("because", "no", consent, reasons: agreed),
        };
    }

    /// <summary>E-mail on one list alone.</summary>
    public string OfList(SuppressionFact suppression) =>
        texts.Of("permission.list", ("list", suppression.List!), ("reason", ReasonOf(suppression)));

    private string AgreedClause(ConsentFact consent, IEnumerable<SuppressionFact> blocks) => consent.Status switch
    {
        "SUBSCRIBED" when consent.DoubleOptIn => Dated("agreed.confirmed", consent.Since),
        "SUBSCRIBED" => Dated("agreed.subscribed", consent.Since),
        "UNSUBSCRIBED" => Dated("agreed.unsubscribed", UnsubscribedAt(consent, blocks)),
        "NEVER_SUBSCRIBED" => texts["agreed.never"],
        null => texts["agreed.unknown"],
        var status => texts.Of("agreed.other", ("status", status)),
    };

    /// <summary>The time of the last update moves on other occasions too.</summary>
    private static DateTimeOffset? UnsubscribedAt(ConsentFact consent, IEnumerable<SuppressionFact> blocks) =>
        blocks.FirstOrDefault(block => block.Reason == SuppressionFact.Unsubscribe)?.At ?? consent.Since ?? consent.LastUpdated;

    private string ReasonsOf(IEnumerable<SuppressionFact> blocks) => _format.Join([.. blocks.Select(ReasonOf).Distinct()]);

    private string ReasonOf(SuppressionFact block) =>
        texts.Find($"reason.{block.Reason}") is not null ? Dated($"reason.{block.Reason}", block.At)
        : texts.Of("reason.other", ("reason", block.Reason), ("on", On(block.At)));

    private string Dated(string key, DateTimeOffset? time) => texts.Of(key, ("on", On(time)));

    private string On(DateTimeOffset? time) => time is { } known ? texts.Of("format.on", ("day", _format.Day(known))) : "";

    private string Sentence(string form, string verdict, ConsentFact consent, string agreed = "", string reasons = "") => texts.Of(
        $"permission.{form}", ("verdict", VerdictOf(consent.Channel, verdict)), ("agreed", agreed), ("reasons", reasons));

    private string VerdictOf(string channel, string verdict)
    {
        var known = Channels.Contains(channel) ? channel : "other";
        return texts.Of($"verdict.{known}.{verdict}", ("channel", channel));
    }
}
