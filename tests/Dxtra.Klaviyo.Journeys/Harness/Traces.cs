using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Dxtra.Klaviyo.Journeys.Harness;

/// <summary>Looks for texts in everything that an installation keeps: tables, blobs, files, log.</summary>
internal static class Traces
{
    /// <param name="installation">Its app must not be running: it may hold the last pages of files back.</param>
    /// <param name="texts">What must not stand anywhere, in whatever case.</param>
    /// <returns>Where it stands.</returns>
    public static async Task<IReadOnlyList<string>> FindAsync(Installation installation, params IReadOnlyList<string> texts)
    {
        var found = new List<string>();
        await foreach (var (place, content) in ContentsAsync(installation))
            found.AddRange(texts.Where(text => Encodings(text).Any(bytes => content.AsSpan().IndexOf(bytes) >= 0)).Select(text => $"{text} in {place}"));
        return found;
    }

    /// <summary>Everything, with its place.</summary>
    public static async IAsyncEnumerable<(string Place, byte[] Content)> ContentsAsync(Installation installation)
    {
        var tables = new TableServiceClient(installation.Storage.ConnectionString);
        await foreach (var table in tables.QueryAsync())
            await foreach (var row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
                yield return ($"table {table.Name}", Encoding.UTF8.GetBytes(string.Join('\n', row.Select(cell => $"{cell.Key}={cell.Value}"))));
        var blobs = new BlobServiceClient(installation.Storage.ConnectionString);
        await foreach (var container in blobs.GetBlobContainersAsync())
            await foreach (var blob in blobs.GetBlobContainerClient(container.Name).GetBlobsAsync())
                yield return ($"blob {container.Name}/{blob.Name}", (await blobs.GetBlobContainerClient(container.Name).GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToArray());
        foreach (var file in Directory.GetFiles(installation.DataDirectory, "*", SearchOption.AllDirectories).Append(installation.LogFile))
            yield return (file, await File.ReadAllBytesAsync(file));
    }

    private static IEnumerable<byte[]> Encodings(string text) => [Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text)];
}
