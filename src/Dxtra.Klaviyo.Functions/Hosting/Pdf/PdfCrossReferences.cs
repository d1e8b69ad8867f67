using System.Buffers.Binary;

namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>
/// Where each object lies. Objects of one object stream mostly have numbers in a row and are kept as one run, so millions of
/// them cost little.
/// </summary>
internal sealed class PdfCrossReferences
{
    /// <summary>A kind, five bytes of offset or stream number, two bytes of index.</summary>
    public const int EntryBytes = 8;

    private readonly List<Run> _runs = [];

    /// <param name="First">The first object's number.</param>
    /// <param name="Count">How many.</param>
    /// <param name="Index">That of the first in its object stream; -1 for an object of its own.</param>
    /// <param name="Place">The object stream's number, or the offset in the file.</param>
    private readonly record struct Run(int First, int Count, int Index, long Place);

    public void Add(PdfId id, long offset) => _runs.Add(new(id.Number, 1, -1, offset));

    /// <param name="id">The object, whose number is above those added before from the same stream.</param>
    /// <param name="stream">The object stream that holds it.</param>
    /// <param name="index">Its index there.</param>
    public void AddPacked(PdfId id, PdfId stream, int index)
    {
        if (_runs.Count > 0 && _runs[^1] is { Index: >= 0 } last && last.Place == stream.Number && last.First + last.Count == id.Number)
            _runs[^1] = last with { Count = last.Count + 1 };
        else
            _runs.Add(new(id.Number, 1, index, stream.Number));
    }

    /// <summary>
    /// The entries from number 0 on, each as its difference from the one before (PNG's predictor "up"): then they hardly take room.
    /// </summary>
    public void WriteTo(Stream stream)
    {
        Span<byte> entry = stackalloc byte[EntryBytes];
        Span<byte> before = stackalloc byte[EntryBytes];
        Span<byte> row = stackalloc byte[EntryBytes + 1];
        entry.Clear();
        before.Clear();
        BinaryPrimitives.WriteUInt16BigEndian(entry[6..], ushort.MaxValue);
        WriteRow(stream, entry, before, row);
        _runs.Sort((one, other) => one.First.CompareTo(other.First));
        var next = 1;
        foreach (var run in _runs)
        {
            if (run.First != next)
                throw new InvalidOperationException($"Object {next} was reserved and not written, or written twice.");
            next += run.Count;
            for (var i = 0; i < run.Count; i++)
            {
                BinaryPrimitives.WriteInt64BigEndian(entry, run.Place << 16);
                entry[0] = (byte)(run.Index < 0 ? 1 : 2);
                BinaryPrimitives.WriteUInt16BigEndian(entry[6..], (ushort)(run.Index < 0 ? 0 : run.Index + i));
                WriteRow(stream, entry, before, row);
            }
        }
    }

    private static void WriteRow(Stream stream, Span<byte> entry, Span<byte> before, Span<byte> row)
    {
        row[0] = 2;
        for (var i = 0; i < EntryBytes; i++)
            row[i + 1] = (byte)(entry[i] - before[i]);
        entry.CopyTo(before);
        stream.Write(row);
    }
}
