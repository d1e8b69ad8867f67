using System.Globalization;
using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class PdfExportWriterTests
{
    private static readonly PdfExportWriter Writer = new(ReportTexts.Of("en"));

    [Fact]
    public async Task Every_value_of_every_row_can_be_read_but_addresses_of_the_interface()
    {
        using var file = new MemoryStream();
        await Writer.WriteAsync(ExportRows.OfExample().Source(), new ForwardStream(file), default);

        var text = string.Join('\n', new PdfReading(file.ToArray()).Elements.Select(element => element.Text));

        Assert.Empty(ExportRows.Leaves(ExportRows.Example).Where(leaf => !IsThere(leaf, text)).Select(leaf => leaf.GetRawText()));
    }

    private static bool IsThere(JsonElement leaf, string text) => leaf.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.True => text.Contains("true", StringComparison.Ordinal),
        JsonValueKind.False => text.Contains("No", StringComparison.Ordinal),
        _ => text.Contains(SentText.Of(leaf).Replace('\n', ' '), StringComparison.OrdinalIgnoreCase) || (SentTime.Of(SentText.Of(leaf)) is { } time && IsThere(time.UtcDateTime, text)),
    };

    private static bool IsThere(DateTime time, string text) =>
        text.Contains(time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        || (time.Second == 0 && text.Contains(ReportTexts.Of("en") is var texts ? new ReportFormat(texts).Moment(time) : "", StringComparison.Ordinal))
        || (time.TimeOfDay == TimeSpan.Zero && text.Contains(new ReportFormat(ReportTexts.Of("en")).Day(time), StringComparison.Ordinal));
}
