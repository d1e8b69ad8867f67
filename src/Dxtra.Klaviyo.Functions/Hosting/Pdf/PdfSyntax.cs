using System.Runtime.CompilerServices;

namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>Lets PDF syntax be written as an interpolated string that goes straight into a buffer.</summary>
[InterpolatedStringHandler]
internal readonly ref struct PdfSyntax
{
    private readonly PdfBuffer _buffer;

#pragma warning disable IDE0060 // The compiler passes these two.
    public PdfSyntax(int literalLength, int formattedCount, PdfBuffer buffer) => _buffer = buffer;

    public PdfSyntax(int literalLength, int formattedCount, PdfFile file) => _buffer = file.Objects;
#pragma warning restore IDE0060

    public void AppendLiteral(string value) => _buffer.Ascii(value);

    public void AppendFormatted(string value) => _buffer.Ascii(value);

    public void AppendFormatted(long value) => _buffer.Number(value);

    public void AppendFormatted(double value) => _buffer.Number(value);

    public void AppendFormatted(PdfText value) => _buffer.Text(value.Value);

    public void AppendFormatted(PdfId value)
    {
        _buffer.Number(value.Number);
        _buffer.Ascii(" 0 R");
    }

    public void AppendFormatted(IReadOnlyList<PdfId> values)
    {
        _buffer.Ascii("[");
        foreach (var value in values)
        {
            AppendFormatted(value);
            _buffer.Ascii(" ");
        }

        _buffer.Ascii("]");
    }
}
