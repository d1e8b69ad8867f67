namespace Dxtra.Klaviyo.Local.Demo;

/// <summary>An export that was saved.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Bytes">Its length.</param>
internal sealed record DownloadedFile(string Path, long Bytes);
