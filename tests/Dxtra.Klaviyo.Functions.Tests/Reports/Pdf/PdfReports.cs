using Dxtra.Klaviyo.Functions.Reports.Pdf;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Reports to look into.</summary>
internal static class PdfReports
{
    public static ReportCover Cover { get; } = new(
        "en", "Title of the report", "Subtitle of the report", [new("Person", "ada@example.com"), new("Account", "Kestrel")], "Contents",
        [new("First chapter", "first"), new("Second chapter", "second"), new("Never written", "never")], "Footer of the report");

    public static async Task<byte[]> WriteAsync(Func<IReportWriter, Task> write, ReportCover? cover = null)
    {
        using var file = new MemoryStream();
        using (var report = new PdfReportWriter(new ForwardStream(file)))
        {
            await report.BeginAsync(cover ?? Cover, default);
            await write(report);
            await report.EndAsync(default);
        }

        return file.ToArray();
    }

    public static Task<byte[]> WriteEverythingAsync(int rows = 3) => WriteAsync(async report =>
    {
        await report.HeadingAsync(1, "First chapter", "first", default);
        await report.ParagraphAsync("A paragraph.", default);
        await report.BulletsAsync(["One bullet.", "Another bullet."], default);
        await report.NoticeAsync("Something is missing.", default);
        await report.HeadingAsync(2, "A section", "section", default);
        await report.FactsAsync([new("Given name", "Ada"), new("Family name", "Lovelace")], default);
        await report.HeadingAsync(3, "A part", "part", default);
        await report.TimelineAsync(
            new("Month by month", "Month", ["Messages", "Orders"], [new("2026-01", [4, 0]), new("2026-02", [0, 0]), new("2026-03", [7, 2])]), default);
        await report.HeadingAsync(1, "Second chapter", "second", default);
        await report.TableAsync(new("What happened", ["When", "What"], "Everything recorded"), RowsAsync(rows), default);
    });

    public static async IAsyncEnumerable<ReportRow> RowsAsync(int count, Action<int>? written = null)
    {
        for (var i = 1; i <= count; i++)
        {
            yield return new([$"row {i}", $"what {i}"], [new("Subject", $"subject {i}"), new("Link", $"https://example.com/{i}")]);
            written?.Invoke(i);
        }

        await Task.CompletedTask;
    }
}
