using Dxtra.Klaviyo.Functions.Hosting.Pdf;

namespace Dxtra.Klaviyo.Functions.Reports.Pdf;

/// <summary>The first page: title, facts, contents.</summary>
internal static class PdfCover
{
    private const double BandHeight = 10;

    public static void Write(PdfDocument document, PdfFlow flow, PdfTexts texts, PdfContents contents, ReportCover cover)
    {
        var root = document.Structure.Document;
        flow.NewPage();
        flow.Page.BeginArtifact();
        flow.Page.Fill(PdfStyles.Accent, 0, PdfDocument.PageHeight - BandHeight, PdfDocument.PageWidth, BandHeight);
        flow.Page.End();
        flow.Advance(52);
        texts.Write(root, "Title", cover.Title, PdfStyles.Title);
        flow.Advance(6);
        texts.Write(root, "P", cover.Subtitle, PdfStyles.Subtitle);
        flow.Advance(26);
        if (cover.Facts.Count > 0)
            texts.WriteFacts(root, cover.Facts);
        flow.Advance(20);
        if (cover.Contents.Count > 0)
            contents.Write(cover.ContentsTitle, cover.Contents);
        flow.NewPage();
    }
}
