using System.Buffers;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Keeps the rows of a window in pooled memory until they are written. As arrays of their own, the millions of rows of a long history
/// would each outlive the young generations and pile up until the collector looks at everything.
/// </summary>
internal sealed class RowShelf : IDisposable
{
    private const int BoardBytes = 1024 * 1024;

    private readonly List<byte[]> _boards = [];
    private int _used;

    /// <summary>A copy of the row; valid until this is disposed.</summary>
    public ReadOnlyMemory<byte> Keep(ReadOnlySpan<byte> row)
    {
        if (_boards.Count == 0 || _boards[^1].Length - _used < row.Length)
        {
            _boards.Add(ArrayPool<byte>.Shared.Rent(Math.Max(BoardBytes, row.Length)));
            _used = 0;
        }

        var kept = _boards[^1].AsMemory(_used, row.Length);
        row.CopyTo(kept.Span);
        _used += row.Length;
        return kept;
    }

    public void Dispose()
    {
        foreach (var board in _boards)
            ArrayPool<byte>.Shared.Return(board);
        _boards.Clear();
    }
}
