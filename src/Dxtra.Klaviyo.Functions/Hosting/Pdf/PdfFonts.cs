namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>The two weights of a document.</summary>
internal sealed class PdfFonts
{
    public const byte Regular = 0;
    public const byte Bold = 1;

    private readonly PdfFont[] _fonts = [new(InterFont.Regular, "Inter-Regular"), new(InterFont.SemiBold, "Inter-SemiBold")];

    public PdfFont this[byte weight] => _fonts[weight];

    /// <summary>Names for the resources of the pages: <c>/F0</c> and <c>/F1</c>.</summary>
    public (PdfId Regular, PdfId Bold) WriteTo(PdfFile file)
    {
        var (regular, bold) = (file.Reserve(), file.Reserve());
        _fonts[Regular].WriteTo(file, regular);
        _fonts[Bold].WriteTo(file, bold);
        return (regular, bold);
    }
}
