namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// A format as it is handed out: as its writer makes it or, with a passphrase, in an encrypted zip. A format that is a zip anyway has
/// its files encrypted rather than a zip in a zip.
/// </summary>
internal sealed class ExportPackage(IExportWriter writer, string? passphrase)
{
    public string Extension => passphrase is null ? writer.Extension : ZipPackage.Extension;

    public string ContentType => passphrase is null ? writer.ContentType : ZipPackage.ContentType;

    public Task WriteAsync(ExportSource source, Stream stream, CancellationToken cancellationToken) => passphrase is null
        ? writer.WriteAsync(source, stream, cancellationToken)
        : ZipPackage.WriteAsync(stream, source.Document.GeneratedAt, passphrase, package => AddAsync(source, package, cancellationToken), cancellationToken);

    private Task AddAsync(ExportSource source, ZipPackage package, CancellationToken cancellationToken) => writer is IPackageWriter many
        ? many.WriteAsync(source, package, cancellationToken)
        : package.AddAsync($"klaviyo-access.{writer.Extension}", file => writer.WriteAsync(source, file, cancellationToken), cancellationToken);
}
