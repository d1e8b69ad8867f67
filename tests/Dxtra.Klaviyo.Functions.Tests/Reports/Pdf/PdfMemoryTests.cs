using Dxtra.Klaviyo.Functions.Reports.Pdf;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Alone, for it looks at what the whole process holds.</summary>
[Collection(AloneTests.Name)]
public sealed class PdfMemoryTests
{
    private const int Rows = 200_000;
    private const long MostHeld = 20 * 1024 * 1024;

    [Fact]
    public async Task Two_hundred_thousand_rows_are_written_in_little_memory()
    {
        var (before, most) = (0L, 0L);
        using var report = new PdfReportWriter(new ForwardStream(Stream.Null));
        await report.BeginAsync(PdfReports.Cover, default);
        await report.TableAsync(new("What happened", ["When", "What"], "Everything recorded"), PdfReports.RowsAsync(Rows, Written), default);
        await report.EndAsync(default);
        most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));

        Assert.True(most - before < MostHeld, $"{(most - before) / 1024:N0} KiB are held.");

        void Written(int row)
        {
            if (row == 1_000)
                before = GC.GetTotalMemory(forceFullCollection: true);
            if (row % 50_000 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
        }
    }
}
