namespace Dxtra.Klaviyo.Local.Demo;

/// <summary>Fetches an export from storage by its signed link.</summary>
internal static class ExportDownload
{
    /// <summary>The file gets the name that storage gives it.</summary>
    /// <exception cref="LauncherException">Storage gives it none.</exception>
    public static async Task<DownloadedFile> SaveAsync(Uri link, string directory, CancellationToken ct)
    {
        Directory.CreateDirectory(directory);
        using var http = new HttpClient();
        using var answer = await http.GetAsync(link, HttpCompletionOption.ResponseHeadersRead, ct);
        answer.EnsureSuccessStatusCode();
        var name = answer.Content.Headers.ContentDisposition?.FileName?.Trim('"')
            ?? throw new LauncherException("Storage does not say what the export is called.");
        var path = Path.Combine(directory, Path.GetFileName(name));
        await using var target = File.Create(path);
        await answer.Content.CopyToAsync(target, ct);
        return new DownloadedFile(path, target.Length);
    }
}
