namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What an export says of itself, beside the rows; in every format that is read by programs.</summary>
/// <param name="Request">Which request it answers, for whom and from where.</param>
/// <param name="Subject">The identifiers that the request named.</param>
/// <param name="Counts">Profiles, and over all of them the rows of every other category.</param>
/// <param name="Manifest">How each category was read, and what Klaviyo does not give.</param>
internal sealed record ExportFacts(object Request, object Subject, IReadOnlyDictionary<string, int> Counts, object Manifest)
{
    public static ExportFacts Of(ExportDocument document) => new(
        RequestOf(document), document.Subject, AccessOutcome.CountsOf(document.Parts), new { document.Parts, NotGivenByKlaviyo });

    private static object RequestOf(ExportDocument document) => new
    {
        document.Request.Id,
        document.Request.Kind,
        document.Request.Regulation,
        document.Request.ReceivedAt,
        document.Request.DueAt,
        Controller = document.Request.ControllerDid,
        Processor = new { document.Processor.Id, document.Processor.Name, document.Processor.Account },
        document.GeneratedAt,
        SupplementAfterDays = document.Look == 0 ? (int?)null : document.Look,
    };

    /// <summary>What a person may expect to find here and Klaviyo's API does not tell.</summary>
    private static readonly string[] NotGivenByKlaviyo =
    [
        "When a list or segment was left, unless an event tells it.",
        "Flows that were gone through without a message being sent.",
        "What was agreed to before the latest choice of a channel, unless events tell it.",
        "The words and pictures of the messages that were sent.",
        "Further e-mail addresses that a profile has beside its main one.",
        "What was deleted earlier, and Klaviyo's list of deleted profiles.",
    ];

    /// <summary>Redacted: the subject is in it.</summary>
    public override string ToString() => "(export)";
}
