namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>Small objects on their way into one compressed stream.</summary>
internal sealed class PdfObjectStream
{
    private const int Capacity = 400;

    private readonly List<(PdfId Id, int Start, int End)> _objects = new(Capacity);
    private readonly PdfBuffer _index = new();
    private readonly PdfBuffer _sorted = new();
    private int _end;

    public PdfBuffer Bodies { get; } = new();

    public bool IsEmpty => _objects.Count == 0;

    public bool IsFull => _objects.Count == Capacity;

    /// <summary>What was written into the bodies since the last call is the object of this number.</summary>
    public void Add(PdfId id)
    {
        Bodies.Ascii("\n");
        _objects.Add((id, _end, Bodies.Length));
        _end = Bodies.Length;
    }

    /// <summary>Sorted by number, for the sake of the cross references.</summary>
    public void WriteTo(PdfFile file, PdfCrossReferences references)
    {
        var stream = file.Reserve();
        _objects.Sort((one, other) => one.Id.Number.CompareTo(other.Id.Number));
        for (var i = 0; i < _objects.Count; i++)
        {
            var (id, start, end) = _objects[i];
            _index.Append($"{id.Number} {_sorted.Length} ");
            _sorted.Bytes(Bodies.Written[start..end]);
            references.AddPacked(id, stream, i);
        }

        var count = _objects.Count;
        var first = _index.Length;
        _index.Bytes(_sorted.Written);
        file.AddStream(stream, $"/Type/ObjStm/N {count}/First {first}", _index.Written);
        _objects.Clear();
        _index.Clear();
        _sorted.Clear();
        Bodies.Clear();
        _end = 0;
    }
}
