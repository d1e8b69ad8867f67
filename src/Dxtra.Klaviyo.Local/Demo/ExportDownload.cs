namespace Dxtra.Klaviyo.Local.Demo;

/// <summary>Fetches an export from storage by its signed link.</summary>
internal static class ExportDownload
{
    /// <returns>The length of the file in bytes.</returns>
    public static async Task<long> SaveAsync(Uri link, string file, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        using var http = new HttpClient();
        await using var source = await http.GetStreamAsync(link, ct);
        await using var target = File.Create(file);
        await source.CopyToAsync(target, ct);
        return target.Length;
    }
}
