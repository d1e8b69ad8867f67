using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Writes the CSV export (docs/access-export.md): a zip of one file for each category, with the manifest and a word on how to read
/// them. Rows pass through one at a time.
/// </summary>
internal sealed class CsvExportWriter : IPackageWriter
{
    private static readonly JsonSerializerOptions Indented = new(Hosting.Json.Options) { WriteIndented = true };

    public string Format => ExportFormats.Csv;

    public string Extension => ZipPackage.Extension;

    public string ContentType => ZipPackage.ContentType;

    public CsvLimits Limits { get; init; } = new();

    public Task WriteAsync(ExportSource source, Stream stream, CancellationToken cancellationToken) =>
        ZipPackage.WriteAsync(stream, source.Document.GeneratedAt, null, package => WriteAsync(source, package, cancellationToken), cancellationToken);

    public async Task WriteAsync(ExportSource source, ZipPackage package, CancellationToken cancellationToken)
    {
        await package.AddAsync("readme.txt", CopyReadmeAsync, cancellationToken);
        await package.AddAsync("manifest.json", file => JsonSerializer.SerializeAsync(file, ExportFacts.Of(source.Document), Indented, cancellationToken), cancellationToken);
        foreach (var category in Categories.All)
        {
            var columns = await CsvColumns.OfAsync(source, category, Limits, cancellationToken);
            await new CsvCategory(source, category, columns, Limits).WriteAsync(package, cancellationToken);
        }
    }

    private static async Task CopyReadmeAsync(Stream file)
    {
        await using var text = typeof(CsvExportWriter).Assembly.GetManifestResourceStream("csv-readme.txt")!;
        await text.CopyToAsync(file);
    }
}
