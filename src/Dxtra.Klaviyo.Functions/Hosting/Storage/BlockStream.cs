using System.Buffers;
using System.Text;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>
/// A write-only stream into a blob that appears, or replaces an earlier one, when <see cref="CommitAsync"/> is called. The SDK's
/// own stream commits on every flush and when it is disposed, be the content whole or not. Blocks are filled in pooled memory.
/// </summary>
internal sealed class BlockStream(BlockBlobClient blob) : Stream
{
    /// <summary>Several streams are written side by side and each holds a block; Storage takes 50,000 of them.</summary>
    private const int BlockBytes = 1024 * 1024;

    private const int SmallestBlock = 16 * 1024;

    /// <summary>Two attempts at one blob must not mix their blocks.</summary>
    private readonly string _attempt = Guid.NewGuid().ToString("n");
    private readonly List<string> _staged = [];
    private byte[] _block = [];
    private int _length;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        if (_length >= BlockBytes)
            await StageAsync(cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Kept for the next block: a block travels with the next asynchronous write or flush, or with the commit.</summary>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_block.Length - _length < buffer.Length)
            Grow(_length + buffer.Length);
        buffer.CopyTo(_block.AsSpan(_length));
        _length += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Does nothing: what is not committed is nowhere.</summary>
    public override void Flush()
    {
    }

    /// <summary>Lets a block travel that writes without waiting have filled.</summary>
    public override Task FlushAsync(CancellationToken cancellationToken) =>
        _length >= BlockBytes ? StageAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Makes everything written so far the content of the blob.</summary>
    public async Task CommitAsync(string contentType, CancellationToken cancellationToken)
    {
        if (_length > 0)
            await StageAsync(cancellationToken);
        var options = new CommitBlockListOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } };
        await blob.CommitBlockListAsync(_staged, options, cancellationToken);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        Return();
        base.Dispose(disposing);
    }

    private async Task StageAsync(CancellationToken cancellationToken)
    {
        // Storage wants the ids of one blob to be of one length.
        var id = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{_attempt}{_staged.Count:d6}"));
        using var block = new MemoryStream(_block, 0, _length, writable: false);
        await blob.StageBlockAsync(id, block, cancellationToken: cancellationToken);
        _staged.Add(id);
        _length = 0;
    }

    private void Grow(int wanted)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(wanted, Math.Max(SmallestBlock, _block.Length * 2)));
        _block.AsSpan(0, _length).CopyTo(larger);
        Return();
        _block = larger;
    }

    private void Return()
    {
        if (_block.Length > 0)
            ArrayPool<byte>.Shared.Return(_block);
        _block = [];
    }
}
