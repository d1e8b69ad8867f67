using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Reports;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A field of a row that has a column, or a line, of its own.</summary>
internal sealed class ReportField
{
    /// <summary>Longer texts are cut in their column; the details have the whole.</summary>
    private const int MostCharacters = 200;

    private const string Nothing = "–";

    private readonly Func<ReportContext, JsonElement, ReportCell> _cell;

    private ReportField(string title, ReportKind kind, string[] path, Func<ReportContext, JsonElement, ReportCell> cell) =>
        (Title, Kind, Path, _cell) = (title, kind, path, cell);

    /// <summary>The key of its title's text.</summary>
    public string Title { get; }

    public ReportKind Kind { get; }

    /// <summary>Where it stands in the row; empty when it is put together from several fields.</summary>
    public IReadOnlyList<string> Path { get; }

    public static ReportField Text(string title, params string[] path) => new(title, ReportKind.Text, path, (_, value) => Cut(value));

    public static ReportField Id(string title, params string[] path) => new(title, ReportKind.Id, path, (_, value) => Cut(value));

    /// <summary>One of Klaviyo's words or of ours, said in the reader's language. The details have the word itself when it is another.</summary>
    public static ReportField Word(string title, params string[] path) => new(title, ReportKind.Text, path, (report, value) => WordOf(report, value));

    public static ReportField Number(string title, params string[] path) => new(title, ReportKind.Number, path, (report, value) =>
        ((JsonElement?)value).AsNumber() is { } number ? new(report.Format.Number(number), IsWhole: true) : Cut(value));

    public static ReportField Time(string title, params string[] path) => new(title, ReportKind.Time, path, (report, value) => TimeOf(report, value));

    /// <summary>Put together from several fields of the row, which stand in the details too.</summary>
    public static ReportField Composed(string title, ReportKind kind, Func<ReportContext, JsonElement, ReportCell> cell) => new(title, kind, [], cell);

    public ReportCell CellOf(ReportContext report, JsonElement row)
    {
        var value = ValueOf(row);
        var cell = SentText.IsEmpty(value) ? new(Nothing, IsWhole: true) : _cell(report, value);
        return string.IsNullOrEmpty(cell.Text) ? cell with { Text = Nothing } : cell;
    }

    /// <summary>What stands at the path; undefined when there is nothing.</summary>
    public JsonElement ValueOf(JsonElement row)
    {
        foreach (var name in Path)
            row = row.Member(name) ?? default;
        return row;
    }

    private static ReportCell WordOf(ReportContext report, JsonElement value)
    {
        if (Cut(value) is not { IsWhole: true } cell)
            return Cut(value);
        var word = report.Word(cell.Text);
        var isSame = value.ValueKind is JsonValueKind.True or JsonValueKind.False || word.Equals(cell.Text, StringComparison.OrdinalIgnoreCase);
        return new(word, IsWhole: isSame);
    }

    private static ReportCell TimeOf(ReportContext report, JsonElement value)
    {
        var cell = Cut(value);
        return SentTime.Of(cell.Text) is not { } time ? cell
            : new(SentTime.IsDay(cell.Text) ? report.Format.Day(time) : report.Format.Moment(time), time, IsWhole: true);
    }

    private static ReportCell Cut(JsonElement value)
    {
        if (!SentText.IsLeaf(value))
            return default;
        var text = SentText.Of(value);
        return new(SentText.Cut(text, MostCharacters), IsWhole: text.Length <= MostCharacters);
    }
}
