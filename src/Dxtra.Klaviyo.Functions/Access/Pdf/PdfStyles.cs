using Dxtra.Klaviyo.Functions.Hosting.Pdf;

namespace Dxtra.Klaviyo.Functions.Access.Pdf;

/// <summary>How the report looks.</summary>
internal static class PdfStyles
{
    public const string Ink = "0.11 0.15 0.20";
    public const string Quiet = "0.36 0.41 0.47";
    public const string Accent = "0.05 0.36 0.42";
    public const string Hairline = "0.84 0.86 0.88";
    public const string Tint = "0.94 0.96 0.965";
    public const string NoticeTint = "0.99 0.96 0.90";
    public const string NoticeBar = "0.80 0.55 0.13";

    public static readonly PdfTextStyle Title = new(PdfFonts.Bold, 27, 33, Ink);
    public static readonly PdfTextStyle Subtitle = new(PdfFonts.Regular, 12.5, 18, Quiet);
    public static readonly PdfTextStyle Body = new(PdfFonts.Regular, 9.5, 14.5, Ink);
    public static readonly PdfTextStyle Label = new(PdfFonts.Bold, 8.5, 13, Quiet);
    public static readonly PdfTextStyle Value = new(PdfFonts.Regular, 9, 13, Ink);
    public static readonly PdfTextStyle Caption = new(PdfFonts.Bold, 9, 13, Ink);
    public static readonly PdfTextStyle Head = new(PdfFonts.Bold, 7.5, 10.5, Quiet);
    public static readonly PdfTextStyle RowName = new(PdfFonts.Bold, 8, 11, Ink);
    public static readonly PdfTextStyle Cell = new(PdfFonts.Regular, 8, 11, Ink);
    public static readonly PdfTextStyle Detail = new(PdfFonts.Regular, 7, 9.5, Quiet);
    public static readonly PdfTextStyle Foot = new(PdfFonts.Regular, 7.5, 10, Quiet);

    public static PdfTextStyle Heading(int level) => level switch
    {
        1 => new(PdfFonts.Bold, 19, 24, Accent),
        2 => new(PdfFonts.Bold, 13, 17, Ink),
        _ => new(PdfFonts.Bold, 10.5, 14.5, Ink),
    };

    /// <summary>Of the series of a timeline.</summary>
    public static string Series(int number) => (number % 6) switch
    {
        0 => "0.05 0.42 0.49",
        1 => "0.83 0.58 0.20",
        2 => "0.40 0.57 0.33",
        3 => "0.70 0.30 0.37",
        4 => "0.62 0.67 0.72",
        _ => "0.42 0.36 0.62",
    };
}
