using System.Runtime.CompilerServices;
using System.Text;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Writes the rows of a category: one file, or as many as a spreadsheet needs; and a file for the rows that are too long for a cell.
/// </summary>
internal sealed class CsvCategory(ExportSource source, string category, IReadOnlyList<CsvColumn> columns, CsvLimits limits)
{
    private static readonly ReadOnlyMemory<byte> LineFeed = "\n"u8.ToArray();

    private int _long;

    private bool ManyProfiles => source.Document.Request.Profiles!.Count > 1;

    private string LongFile => $"{category}-long.ndjson";

    public async Task WriteAsync(ZipPackage package, CancellationToken cancellationToken)
    {
        var isSplit = RowCount() > limits.Rows - 1;
        await using var rows = RowsAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        var more = await rows.MoveNextAsync();
        var number = 0;
        do
        {
            var name = isSplit ? $"{category}-{++number}.csv" : $"{category}.csv";
            await package.AddAsync(name, async file => more = await WriteSheetAsync(file, rows, more, cancellationToken), cancellationToken);
        }
        while (more);

        if (_long > 0)
            await package.AddAsync(LongFile, file => WriteLongAsync(file, cancellationToken), cancellationToken);
    }

    /// <summary>Fills one file; false when there are no more rows.</summary>
    private async Task<bool> WriteSheetAsync(Stream file, IAsyncEnumerator<Row> rows, bool more, CancellationToken cancellationToken)
    {
        await using var sheet = new CsvSheet(file, limits);
        await sheet.WriteAsync([.. ManyProfiles ? ["profileId"] : Array.Empty<string>(), .. columns.Select(column => column.Name), "cut", "json"], cancellationToken);
        for (var count = 1; more && count < limits.Rows; count++)
        {
            await sheet.WriteAsync(Cells(rows.Current), cancellationToken);
            more = await rows.MoveNextAsync();
        }

        return more;
    }

    private IEnumerable<string> Cells(Row row)
    {
        var json = Encoding.UTF8.GetString(row.Line.Span);
        using var fields = ExportSource.Parse(row.Line);
        if (ManyProfiles)
            yield return row.ProfileId;
        foreach (var column in columns)
            yield return column.Of(fields.RootElement);
        yield return IsLong(json.Length) ? $"whole in line {++_long} of {LongFile}" : "";
        yield return json;
    }

    private async Task WriteLongAsync(Stream file, CancellationToken cancellationToken)
    {
        await foreach (var row in RowsAsync(cancellationToken))
        {
            if (!IsLong(Encoding.UTF8.GetCharCount(row.Line.Span)))
                continue;
            await file.WriteAsync(row.Line, cancellationToken);
            await file.WriteAsync(LineFeed, cancellationToken);
        }
    }

    /// <summary>No cell is longer than the row's JSON, in which it stands; so a row whose JSON fits has no cell that is cut.</summary>
    private bool IsLong(int characters) => characters > limits.CellCharacters;

    private int RowCount() => source.Document.Parts.Where(part => part.Category == category).Sum(part => part.Rows);

    private async IAsyncEnumerable<Row> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var profiles = source.Document.Request.Profiles!;
        for (var profile = 0; profile < profiles.Count; profile++)
        {
            await foreach (var line in source.LinesAsync(profile, category, cancellationToken))
                yield return new(profiles[profile].ProfileId, line);
        }
    }

    private readonly record struct Row(string ProfileId, ReadOnlyMemory<byte> Line);
}
