using System.Text;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>A stream of one line many times, which is nowhere as a whole; it looks at the memory now and then.</summary>
internal sealed class RepeatedLines(string line, int times, Func<long> memory) : MemoryStream(Encoding.UTF8.GetBytes(line + "\n"))
{
    private int _left = times;

    /// <summary>The least there is until it was looked at. It can be less than where it began: what was there before may go.</summary>
    public long MostMemory { get; private set; } = long.MinValue;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override int Read(Span<byte> buffer)
    {
        if (Position == Length && --_left > 0)
            Position = 0;
        if (Position == 0 && _left % 25_000 == 0)
            MostMemory = Math.Max(MostMemory, memory());
        return base.Read(buffer);
    }
}
