namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A format that is several files.</summary>
internal interface IPackageWriter : IExportWriter
{
    Task WriteAsync(ExportSource source, ZipPackage package, CancellationToken cancellationToken);
}
