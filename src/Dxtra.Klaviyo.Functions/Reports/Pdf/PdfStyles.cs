using Dxtra.Klaviyo.Functions.Hosting.Pdf;

namespace Dxtra.Klaviyo.Functions.Reports.Pdf;

/// <summary>How the report looks: the same colors as on a screen.</summary>
internal static class PdfStyles
{
    public const string Ink = "0.13 0.15 0.18";
    public const string Quiet = "0.36 0.38 0.44";
    public const string Accent = "0.14 0.35 0.45";
    public const string Hairline = "0.89 0.87 0.84";
    public const string Tint = "0.96 0.95 0.93";
    public const string NoticeTint = "0.99 0.96 0.87";
    public const string NoticeBar = "0.54 0.35 0";

    public static readonly PdfTextStyle Title = new(PdfFonts.Bold, 27, 33, Ink);
    public static readonly PdfTextStyle Subtitle = new(PdfFonts.Regular, 12.5, 18, Quiet);
    public static readonly PdfTextStyle Body = new(PdfFonts.Regular, 9.5, 14.5, Ink);
    public static readonly PdfTextStyle Label = new(PdfFonts.Bold, 8.5, 13, Quiet);
    public static readonly PdfTextStyle Value = new(PdfFonts.Regular, 9, 13, Ink);
    public static readonly PdfTextStyle Caption = new(PdfFonts.Bold, 9, 13, Ink);
    public static readonly PdfTextStyle Head = new(PdfFonts.Bold, 7.5, 10.5, Quiet);
    public static readonly PdfTextStyle RowName = new(PdfFonts.Bold, 8, 11, Ink);
    public static readonly PdfTextStyle Cell = new(PdfFonts.Regular, 8, 11, Ink);
    public static readonly PdfTextStyle Figure = new(PdfFonts.Bold, 19, 24, Ink);
    public static readonly PdfTextStyle FigureLabel = new(PdfFonts.Regular, 8, 11, Quiet);
    public static readonly PdfTextStyle Detail = new(PdfFonts.Regular, 7, 9.5, Quiet);
    public static readonly PdfTextStyle Foot = new(PdfFonts.Regular, 7.5, 10, Quiet);

    public static PdfTextStyle Heading(int level) => level switch
    {
        1 => new(PdfFonts.Bold, 19, 24, Accent),
        2 => new(PdfFonts.Bold, 13, 17, Ink),
        _ => new(PdfFonts.Bold, 10.5, 14.5, Ink),
    };

    public static PdfTextStyle ValueOf(ReportKind kind) => kind == ReportKind.Id ? Value with { Size = 8, Color = Quiet } : Value;

    /// <summary>Of the cells of a column.</summary>
    public static PdfTextStyle CellOf(ReportKind kind, bool isName) => kind switch
    {
        _ when isName => RowName,
        ReportKind.Id => Cell with { Size = 7, Color = Quiet },
        ReportKind.Time => Cell with { Color = Quiet },
        _ => Cell,
    };

    /// <summary>Of the series of a timeline.</summary>
    public static string Series(int number) => (number % 6) switch
    {
        0 => "0.23 0.43 0.65",
        1 => "0.29 0.59 0.53",
        2 => "0.81 0.50 0.18",
        3 => "0.64 0.25 0.35",
        4 => "0.55 0.56 0.60",
        _ => "0.42 0.36 0.62",
    };
}
