namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A chapter of tables. What is empty is named in one line at its end.</summary>
internal sealed class CategoryChapter(string key, params CategorySection[] sections) : IReportChapter
{
    public string Key => key;

    public IReadOnlyList<string> Shows { get; } = [.. sections.Select(section => section.Category)];

    public async Task WriteAsync(ReportContext report, CancellationToken cancellationToken)
    {
        foreach (var profile in report.ProfileIndexes)
        {
            foreach (var section in sections)
            {
                if (await SectionHead.WriteAsync(report, profile, section.Category, cancellationToken))
                    await section.WriteAsync(report, profile, cancellationToken);
            }
        }

        await NothingAsync(report, Shows, cancellationToken);
    }

    /// <summary>Names what Klaviyo holds nothing of.</summary>
    public static async Task NothingAsync(ReportContext report, IEnumerable<string> categories, CancellationToken cancellationToken)
    {
        var empty =
            from profile in report.ProfileIndexes
            from category in categories
            where report.Source.Part(profile, category) is { Rows: 0, Gap: null }
            select report.Title($"category.{category}", profile);
        if (empty.ToList() is { Count: > 0 } names)
            await report.Writer.ParagraphAsync(report.Texts.Of("chapter.nothing", ("names", report.Format.Join(names))), cancellationToken);
    }
}
