using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// The files of a history as one. An event that came in a window it does not belong to is, as a rule, in the window it does belong
/// to as well; if it is not, it is appended, so that nothing is lost and nothing stands twice.
/// </summary>
internal sealed class HistoryFiles(RequestWork work, IReadOnlyList<HistoryPiece> pieces, PartStore parts)
{
    private const string Appended = "events-strays.ndjson";

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _strays = [];
    private int _rows;
    private long _bytes;

    /// <summary>Once: every event, oldest first, strays last.</summary>
    public async IAsyncEnumerable<JsonElement> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await FindStraysAsync(cancellationToken);
        foreach (var piece in pieces.Where(piece => piece.Rows > 0))
        {
            await using var stream = await parts.OpenAsync(work, piece.File, cancellationToken);
            await foreach (var line in Utf8Lines.ReadAsync(stream, cancellationToken))
            {
                Count(line.Span);
                using var row = ExportSource.Parse(line);
                if (_strays.Count > 0)
                    _strays.Remove(IdOf(row.RootElement));
                yield return row.RootElement;
            }
        }

        foreach (var stray in _strays.OrderBy(stray => stray.Key, StringComparer.Ordinal))
        {
            Count(stray.Value.Span);
            using var row = ExportSource.Parse(stray.Value);
            yield return row.RootElement;
        }
    }

    /// <summary>After the rows were read: the part that they make up.</summary>
    public async Task<PartResult> ResultAsync(PartResult empty, CancellationToken cancellationToken)
    {
        var files = pieces.Where(piece => piece.Rows > 0).Select(piece => piece.File).ToList();
        if (_strays.Count > 0)
        {
            var rows = _strays.OrderBy(stray => stray.Key, StringComparer.Ordinal).Select(stray => stray.Value).ToList();
            var file = $"{empty.Profile}/{Appended}";
            await parts.WriteAsync(work, empty, file, new[] { new PartPage(rows) }.ToAsyncEnumerable(), cancellationToken);
            files.Add(file);
        }

        return empty with
        {
            Rows = _rows,
            Pages = pieces.Sum(piece => piece.Pages),
            Bytes = _bytes,
            Sha256 = _rows == 0 ? null : Convert.ToHexStringLower(_hash.GetHashAndReset()),
            Files = files,
        };
    }

    private async Task FindStraysAsync(CancellationToken cancellationToken)
    {
        foreach (var piece in pieces.Where(piece => piece.StrayFile.Length > 0))
        {
            await using var stream = await parts.OpenAsync(work, piece.StrayFile, cancellationToken);
            await foreach (var line in Utf8Lines.ReadAsync(stream, cancellationToken))
            {
                using var row = ExportSource.Parse(line);
                _strays[IdOf(row.RootElement)] = line.ToArray();
            }
        }
    }

    private void Count(ReadOnlySpan<byte> line)
    {
        _hash.AppendData(line);
        _hash.AppendData("\n"u8);
        _bytes += line.Length + 1;
        _rows++;
    }

    private static string IdOf(JsonElement row) => row.Member("event").Text("id") ?? "";
}
