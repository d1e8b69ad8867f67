using System.Text.Unicode;
using CsvHelper;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Reads a batch in Dxtra's bulk format: CSV with the columns <c>email,type,name,notes</c> in any order and case, of which only
/// <c>email</c> is needed; commas, semicolons or tabs between them, as spreadsheets write it.
/// </summary>
internal static class CsvBatch
{
    private const int MostBytesInLine = 64 * 1024;

    private static readonly Dictionary<string, string> Columns = new() { ["subject"] = "email", ["subject.email"] = "email", ["note"] = "notes" };

    /// <summary>A field of a request as the file names it.</summary>
    public static string ColumnOf(string field) => Columns.GetValueOrDefault(field, field);

    /// <param name="body">The file.</param>
    /// <param name="terms">What holds for all lines.</param>
    public static BatchInput Read(byte[] body, AccessRequestBody terms)
    {
        if (!Utf8.IsValid(body))
            return BatchInput.Refused(Problem.Malformed("body", "The file is not UTF-8."));
        var flaws = new Dictionary<long, CsvMalformedReason>();
        using var csv = CsvReader.Create(body, new CsvReaderOptions
        {
            TrackLineNumbers = true,
            MaxRecordSize = MostBytesInLine,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = record => flaws[record.LineNumber] = record.Reason,
        });
        try
        {
            return Read(csv, flaws, terms);
        }
        catch (CsvFormatException exception)
        {
            return Broken(exception.LineNumber, "It has too many characters; perhaps a quote is opened and not closed.");
        }
    }

    private static BatchInput Read(CsvReader csv, Dictionary<long, CsvMalformedReason> flaws, AccessRequestBody terms)
    {
        if (!csv.TryGetFieldIndex("email", out _))
            return Broken(1, "It names the columns: email,type,name,notes.");
        var entries = new List<BatchEntry>();
        while (csv.Read())
        {
            if (flaws.GetValueOrDefault(csv.LineNumber, CsvMalformedReason.StrayQuote) == CsvMalformedReason.UnterminatedQuote)
                return Broken(csv.LineNumber, "A quote is opened and not closed.");
            if (entries.Count == BatchInput.MostLines)
                return BatchInput.Refused(BatchProblems.TooMany);
            entries.Add(EntryOf(csv, flaws.ContainsKey(csv.LineNumber), terms));
        }

        return entries.Count == 0 ? BatchInput.Refused(BatchProblems.Empty("body")) : new(entries, terms, null);
    }

    private static BatchEntry EntryOf(CsvReader csv, bool isFlawed, AccessRequestBody terms)
    {
        var flaw = isFlawed ? "A field with a quote in it is put into quotes, and the quote in it doubled."
            : csv.FieldCount > csv.Headers.Count ? "The line has more fields than the header. A field with a comma in it is put into quotes."
            : null;
        var body = terms with { Subject = new(Text(csv, "email"), null, null, null), Note = NoteOf(csv) };
        return new((int)csv.LineNumber, Text(csv, "type"), body, flaw);
    }

    private static string? NoteOf(CsvReader csv)
    {
        var said = new[] { Text(csv, "name"), Text(csv, "notes") }.OfType<string>().ToList();
        return said.Count == 0 ? null : string.Join(": ", said);
    }

    /// <summary>Null when there is no such column, or nothing in it.</summary>
    private static string? Text(CsvReader csv, string column) =>
        csv.TryGetFieldIndex(column, out var index) && csv.GetString(index) is var text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static BatchInput Broken(long line, string text) => BatchInput.Refused(Problem.Malformed("body", $"Line {line}: {text}"));
}
