using System.Text;
using CsCheck;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class Utf8LinesTests
{
    private static readonly Gen<string> Line = Gen.Char.AlphaNumeric.Array[0, 200].Select(letters => new string(letters));

    [Fact]
    public void Lines_come_as_they_were_written_however_the_stream_is_cut() =>
        Gen.Select(Line.Array[0, 30], Gen.Bool, Gen.Int[1, 50]).Sample((lines, ends, piece) =>
        {
            var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines) + (ends ? "\n" : ""));

            var read = Utf8Lines.ReadAsync(new Trickle(bytes, piece), CancellationToken.None).ToBlockingEnumerable().Select(line => Encoding.UTF8.GetString(line.Span));

            Assert.Equal(lines.Where(line => line.Length > 0), read);
        }, iter: 200);

    [Fact]
    public void A_line_longer_than_any_buffer_comes_whole()
    {
        var row = new string('x', 1_000_000);

        var read = Utf8Lines.ReadAsync(new Trickle(Encoding.UTF8.GetBytes($"{row}\nend"), 4_096), CancellationToken.None)
            .ToBlockingEnumerable().Select(line => Encoding.UTF8.GetString(line.Span));

        Assert.Equal([row, "end"], read);
    }

    /// <summary>Gives so many bytes at a time.</summary>
    private sealed class Trickle(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }
}
