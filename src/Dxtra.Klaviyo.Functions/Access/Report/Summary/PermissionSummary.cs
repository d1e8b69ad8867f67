using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>May the person be written to, over each channel.</summary>
internal static class PermissionSummary
{
    private const int MostLists = 20;

    public static async Task<IReadOnlyList<string>> OfAsync(ReportContext report, CancellationToken cancellationToken)
    {
        var sentences = new List<string>();
        foreach (var profile in report.ProfileIndexes)
        {
            if (report.Source.Part(profile, Categories.Consent) is { Gap: null })
                sentences.AddRange(report.On(profile, await OfProfileAsync(report, profile, cancellationToken)));
        }

        return sentences;
    }

    private static async Task<IReadOnlyList<string>> OfProfileAsync(ReportContext report, int profile, CancellationToken cancellationToken)
    {
        var (write, sentences, suppressions) = (new PermissionSentences(report.Texts), new List<string>(), new List<SuppressionFact>());
        await foreach (var row in report.Source.RowsAsync(profile, Categories.Suppressions, cancellationToken))
            suppressions.Add(SuppressionFact.Of(row));
        await foreach (var row in report.Source.RowsAsync(profile, Categories.Consent, cancellationToken))
        {
            if (row.Text("purpose") == "marketing")
                sentences.Add(write.Of(ConsentFact.Of(row), suppressions));
        }

        if (sentences.Count == 0)
            sentences.Add(report.Texts["permission.nothing"]);
        sentences.AddRange(suppressions.Where(suppression => suppression.List is not null).Take(MostLists).Select(write.OfList));
        return sentences;
    }
}
