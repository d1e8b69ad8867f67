namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Files that belong to a request beside its exports: previews, sealed working papers, certificates.</summary>
internal interface ICaseFiles
{
    /// <summary>Writes a file; it appears whole or not at all and replaces an earlier one of that name.</summary>
    Task WriteAsync(string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken);

    /// <summary>Writes a file unless there is one of that name; the one that is there then.</summary>
    Task<byte[]> AddAsync(string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken);

    /// <summary>The file, or null when there is none of that name.</summary>
    Task<byte[]?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Removes every file whose name begins so.</summary>
    Task DeleteAllAsync(string prefix, CancellationToken cancellationToken);
}
