using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>
/// The objects of a PDF file, written to a stream that only goes forward. Nothing stays in memory but where each lies. The
/// methods fill a buffer; <see cref="FlushAsync"/> empties it.
/// </summary>
internal sealed class PdfFile : IDisposable
{
    private const int FlushBytes = 256 * 1024;

    private readonly Stream _stream;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly PdfBuffer _buffer = new();
    private readonly PdfObjectStream _packed = new();
    private readonly PdfCrossReferences _references = new();
    private readonly MemoryStream _compressed = new();
    private long _flushed;
    private int _last;

    public PdfFile(Stream stream)
    {
        _stream = stream;
        _buffer.Ascii("%PDF-1.7\n%");
        _buffer.Bytes([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
    }

    /// <summary>Where the syntax of the next small object goes.</summary>
    internal PdfBuffer Objects => _packed.Bodies;

    private long Position => _flushed + _buffer.Length;

    public PdfId Reserve() => new(++_last);

    /// <summary>An object without a stream. Written as an interpolated string, it goes straight into its place.</summary>
    public void Add(PdfId id, [InterpolatedStringHandlerArgument("")] PdfSyntax body)
    {
        _ = body;
        _packed.Add(id);
        if (_packed.IsFull)
            _packed.WriteTo(this, _references);
    }

    public PdfId Add([InterpolatedStringHandlerArgument("")] PdfSyntax body)
    {
        var id = Reserve();
        Add(id, body);
        return id;
    }

    /// <param name="id">Its number.</param>
    /// <param name="entries">The entries of its dictionary, without those on length and filter.</param>
    /// <param name="data">Its bytes as they are before compression.</param>
    public void AddStream(PdfId id, string entries, ReadOnlySpan<byte> data)
    {
        _compressed.SetLength(0);
        using (var zlib = new ZLibStream(_compressed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(data);
        AddRaw(id, $"{entries}/Filter/FlateDecode", _compressed.GetBuffer().AsSpan(0, (int)_compressed.Length));
    }

    /// <summary>A stream that stays readable in the file, such as its metadata.</summary>
    public void AddRaw(PdfId id, string entries, ReadOnlySpan<byte> data)
    {
        _references.Add(id, Position);
        _buffer.Append($"{id.Number} 0 obj\n<<{entries}/Length {data.Length}>>\nstream\n");
        _buffer.Bytes(data);
        _buffer.Ascii("\nendstream\nendobj\n");
    }

    public Task FlushWhenFullAsync(CancellationToken cancellationToken) =>
        _buffer.Length > FlushBytes ? FlushAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>The end: the cross references, and a mark of identity made of all that stands before it.</summary>
    public async Task EndAsync(PdfId catalog, PdfId info, CancellationToken cancellationToken)
    {
        if (!_packed.IsEmpty)
            _packed.WriteTo(this, _references);
        await FlushAsync(cancellationToken);
        var identity = Convert.ToHexString(_hash.GetCurrentHash().AsSpan(0, 16));
        var (id, start) = (Reserve(), Position);
        _references.Add(id, start);
        _compressed.SetLength(0);
        await using (var zlib = new ZLibStream(_compressed, CompressionLevel.Optimal, leaveOpen: true))
            _references.WriteTo(zlib);
        _buffer.Append($"{id.Number} 0 obj\n<</Type/XRef/Size {_last + 1}/W[1 5 2]/Root {catalog}/Info {info}/ID[<{identity}><{identity}>]");
        _buffer.Append($"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns {PdfCrossReferences.EntryBytes}>>/Length {_compressed.Length}>>\nstream\n");
        await FlushAsync(cancellationToken);
        await PassAsync(_compressed.GetBuffer().AsMemory(0, (int)_compressed.Length), cancellationToken);
        _buffer.Append($"\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n");
        await FlushAsync(cancellationToken);
        await _stream.FlushAsync(cancellationToken);
    }

    public void Dispose() => _hash.Dispose();

    /// <summary>Piece by piece: the references of a long document are megabytes, which no buffer behind this one is to hold at once.</summary>
    private async Task PassAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        for (var rest = bytes; !rest.IsEmpty; rest = rest[Math.Min(FlushBytes, rest.Length)..])
            await _stream.WriteAsync(rest[..Math.Min(FlushBytes, rest.Length)], cancellationToken);
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        _hash.AppendData(_buffer.Written);
        await _stream.WriteAsync(_buffer.WrittenMemory, cancellationToken);
        _flushed += _buffer.Length;
        _buffer.Clear();
    }
}
