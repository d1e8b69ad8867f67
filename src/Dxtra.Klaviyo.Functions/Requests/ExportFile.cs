namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>An export in Blob storage.</summary>
/// <param name="BlobName">Name in the exports' container.</param>
/// <param name="Bytes">Length.</param>
/// <param name="Sha256">64 hex digits over the file.</param>
internal sealed record ExportFile(string BlobName, long Bytes, string Sha256);
