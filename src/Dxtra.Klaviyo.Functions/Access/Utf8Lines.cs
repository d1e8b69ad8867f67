using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Reads a stream line by line as bytes, without making texts of them.</summary>
internal static class Utf8Lines
{
    private static readonly StreamPipeReaderOptions Options = new(bufferSize: 64 * 1024, leaveOpen: true);

    /// <summary>Every line without its line feed, empty ones left out; each is valid until the next one is asked for.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(
        Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(stream, Options);
        try
        {
            while (true)
            {
                var result = await reader.ReadAsync(cancellationToken);
                var buffer = result.Buffer;
                while (buffer.PositionOf((byte)'\n') is { } end)
                {
                    if (Line(buffer.Slice(0, end)) is { Length: > 0 } line)
                        yield return line;
                    buffer = buffer.Slice(buffer.GetPosition(1, end));
                }

                if (result.IsCompleted)
                {
                    if (Line(buffer) is { Length: > 0 } last)
                        yield return last;
                    yield break;
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
            }
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    private static ReadOnlyMemory<byte> Line(ReadOnlySequence<byte> bytes) => bytes.IsSingleSegment ? bytes.First : bytes.ToArray();
}
