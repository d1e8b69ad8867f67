namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Writes an export in one format, as a stream: nothing of it is held as a whole.</summary>
internal interface IExportWriter
{
    /// <summary>One of <see cref="ExportFormats"/>.</summary>
    string Format { get; }

    /// <summary>The ending of the file's name, without a dot.</summary>
    string Extension { get; }

    string ContentType { get; }

    Task WriteAsync(ExportSource source, Stream stream, CancellationToken cancellationToken);
}
