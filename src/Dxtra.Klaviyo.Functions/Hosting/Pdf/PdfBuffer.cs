using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;

namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>PDF syntax in the making. Cleared and used again, so that a long document makes no garbage.</summary>
internal sealed class PdfBuffer
{
    private const int LongestNumber = 24;

    private byte[] _bytes = new byte[4096];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

#pragma warning disable CA1822 // The compiler passes this buffer to the syntax, which writes into it.
    public void Append([InterpolatedStringHandlerArgument("")] PdfSyntax syntax) => _ = syntax;
#pragma warning restore CA1822

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
    }

    public void Ascii(string text) => Length += Encoding.ASCII.GetBytes(text, Room(text.Length));

    public void Number(long value)
    {
        Utf8Formatter.TryFormat(value, Room(LongestNumber), out var length);
        Length += length;
    }

    /// <summary>To a hundredth, which is finer than any printer; never in the exponential form that PDF does not know.</summary>
    public void Number(double value)
    {
        var hundredths = (long)Math.Round(value * 100);
        if (hundredths < 0)
            Ascii("-");
        var (whole, part) = Math.DivRem(Math.Abs(hundredths), 100);
        Number(whole);
        if (part == 0)
            return;
        Ascii(part < 10 ? ".0" : ".");
        Number(part % 10 == 0 && part >= 10 ? part / 10 : part);
    }

    /// <summary>A text string: UTF-16 in hexadecimal, which needs no escapes.</summary>
    public void Text(string text)
    {
        Ascii("<FEFF");
        Ascii(Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text)));
        Ascii(">");
    }

    /// <summary>A byte of a literal string.</summary>
    public void StringByte(byte value)
    {
        var room = Room(2);
        if (value is (byte)'(' or (byte)')' or (byte)'\\' or (byte)'\r')
        {
            room[0] = (byte)'\\';
            room[1] = value == (byte)'\r' ? (byte)'r' : value;
            Length += 2;
            return;
        }

        room[0] = value;
        Length++;
    }

    private Span<byte> Room(int length)
    {
        if (Length + length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(Length + length, _bytes.Length * 2));
        return _bytes.AsSpan(Length);
    }
}
