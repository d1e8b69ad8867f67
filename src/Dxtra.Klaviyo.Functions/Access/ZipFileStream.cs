using ICSharpCode.SharpZipLib.Zip;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// The content of a file in a zip, write-only. Packing is work for the processor and is not waited for; what it gives travels with
/// the next asynchronous write.
/// </summary>
internal sealed class ZipFileStream(ZipOutputStream zip, Stream output) : Stream
{
    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => zip.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => zip.Write(buffer);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        zip.Write(buffer.Span);
        await output.FlushAsync(cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Does nothing: a flush in the middle would only pack worse.</summary>
    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => output.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
