namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>A report as a list of lines.</summary>
internal sealed class RecordedReport : IReportWriter
{
    private readonly List<string> _lines = [];
    private readonly List<string> _anchors = [];

    public ReportCover? Cover { get; private set; }

    public bool IsEnded { get; private set; }

    public IReadOnlyList<string> Lines => _lines;

    public IReadOnlyList<string> Anchors => _anchors;

    public List<ReportTimeline> Timelines { get; } = [];

    public List<(ReportTable Table, List<ReportRow> Rows)> Tables { get; } = [];

    public static async Task<RecordedReport> OfAsync(ExportRows rows, ReportTexts? texts = null)
    {
        var report = new RecordedReport();
        await new ReportContent(texts ?? ReportTexts.Of("en")).WriteAsync(rows.Source(), report, CancellationToken.None);
        Assert.True(report.IsEnded);
        return report;
    }

    /// <summary>What stands below a heading, down to the next one.</summary>
    public IEnumerable<string> Below(string heading) =>
        _lines.SkipWhile(line => line.TrimStart('#', ' ') != heading).Skip(1).TakeWhile(line => !line.StartsWith('#'));

    public Task BeginAsync(ReportCover cover, CancellationToken cancellationToken)
    {
        Cover = cover;
        return Task.CompletedTask;
    }

    public Task HeadingAsync(int level, string text, string anchor, CancellationToken cancellationToken)
    {
        _anchors.Add(anchor);
        return AddAsync($"{new string('#', level)} {text}");
    }

    public Task ParagraphAsync(string text, CancellationToken cancellationToken) => AddAsync(text);

    public Task NoticeAsync(string text, CancellationToken cancellationToken) => AddAsync($"! {text}");

    public Task BulletsAsync(IReadOnlyList<string> items, CancellationToken cancellationToken)
    {
        _lines.AddRange(items);
        return Task.CompletedTask;
    }

    public Task FactsAsync(IReadOnlyList<ReportFact> facts, CancellationToken cancellationToken)
    {
        _lines.AddRange(facts.Select(fact => $"{fact.Label}: {fact.Value}"));
        return Task.CompletedTask;
    }

    public async Task TableAsync(ReportTable table, IAsyncEnumerable<ReportRow> rows, CancellationToken cancellationToken)
    {
        var all = await rows.ToListAsync(cancellationToken);
        Assert.All(all, row => Assert.Equal(table.Columns.Count, row.Cells.Count));
        Tables.Add((table, all));
        _lines.AddRange(all.Select(row => string.Join(" | ", row.Cells)));
    }

    public Task TimelineAsync(ReportTimeline timeline, CancellationToken cancellationToken)
    {
        Timelines.Add(timeline);
        return Task.CompletedTask;
    }

    public Task EndAsync(CancellationToken cancellationToken)
    {
        IsEnded = true;
        return Task.CompletedTask;
    }

    private Task AddAsync(string line)
    {
        _lines.Add(line);
        return Task.CompletedTask;
    }
}
