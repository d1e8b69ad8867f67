using System.Security.Cryptography;

namespace Dxtra.Klaviyo.Local.Tokens;

/// <summary>The key that signs development tokens: 32 random bytes in base64, as the app's setting <c>Auth__DevelopmentKey</c> wants it.</summary>
internal static class DevelopmentKey
{
    private const string FileName = "development-key";
    private const int Length = 32;

    /// <summary>The key in the data directory, made on first use and readable by its owner only.</summary>
    public static string InDirectory(string dataDirectory)
    {
        var file = Path.Combine(dataDirectory, FileName);
        if (!File.Exists(file))
            Create(file);

        return File.ReadAllText(file).Trim();
    }

    public static string New() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length));

    /// <summary>Written aside and moved into place, so that a second launcher never reads half a key.</summary>
    private static void Create(string file)
    {
        DataDirectory.Ensure(Path.GetDirectoryName(file)!);
        var aside = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        using (var writer = new StreamWriter(aside, options))
            writer.WriteLine(New());

        try
        {
            File.Move(aside, file);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(aside);
        }
    }
}
