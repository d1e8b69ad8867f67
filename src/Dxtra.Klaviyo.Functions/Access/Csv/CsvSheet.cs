using CsvHelper;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>One CSV file as RFC 4180 wants it, in UTF-8 with a byte order mark, without which Excel takes it for another encoding.</summary>
internal sealed class CsvSheet(Stream stream, CsvLimits limits) : IAsyncDisposable
{
    private static readonly CsvWriterOptions Format = CsvWriterOptions.Default with { WriteByteOrderMark = true, Quoting = CsvQuoting.WhenNeededOrWhitespace };

    private readonly CsvWriter _csv = CsvWriter.Create(stream, Format, leaveOpen: true);

    public ValueTask WriteAsync(IEnumerable<string> cells, CancellationToken cancellationToken) =>
        _csv.WriteRecordAsync([.. cells.Select(cell => Fit(CsvFormulas.Defuse(cell)))], cancellationToken);

    public ValueTask DisposeAsync() => _csv.DisposeAsync();

    /// <summary>Cut to what a cell can hold, never in the middle of a character.</summary>
    private string Fit(string cell)
    {
        if (cell.Length <= limits.CellCharacters)
            return cell;
        var end = limits.CellCharacters;
        return cell[..(char.IsHighSurrogate(cell[end - 1]) ? end - 1 : end)];
    }
}
