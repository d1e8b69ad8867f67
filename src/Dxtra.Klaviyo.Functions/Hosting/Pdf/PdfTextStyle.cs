namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>How a text looks. The color is three numbers from 0 to 1, red, green and blue.</summary>
internal sealed record PdfTextStyle(byte Weight, double Size, double Leading, string Color)
{
    /// <summary>From the top of a line to what letters stand on.</summary>
    public double Rise => (Leading - Size) / 2 + Size * 0.86;
}
