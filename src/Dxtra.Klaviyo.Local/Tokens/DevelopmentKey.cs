using System.Security.Cryptography;
using System.Text;

namespace Dxtra.Klaviyo.Local.Tokens;

/// <summary>The key that signs development tokens: 32 random bytes in base64, as the app wants <c>Auth__DevelopmentKey</c>.</summary>
internal static class DevelopmentKey
{
    private const string FileName = "development-key";
    private const int Length = 32;

    /// <summary>How long another launcher may take to make the key.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The key in the data directory, made on first use and readable by its owner only.</summary>
    /// <exception cref="LauncherException">Another program keeps the file open.</exception>
    public static string InDirectory(string dataDirectory)
    {
        DataDirectory.Ensure(dataDirectory);
        using var file = OpenAlone(Path.Combine(dataDirectory, FileName));
        var text = new StreamReader(file).ReadToEnd().Trim();
        return IsWhole(text) ? text : Write(file, New());
    }

    public static string New() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length));

    /// <summary>One launcher at a time reads or makes the key: so all have the same one, and a half one is made anew.</summary>
    private static FileStream OpenAlone(string path)
    {
        FileStream? file = null;
        return SpinWait.SpinUntil(() => TryOpen(path, out file), Patience)
            ? file!
            : throw new LauncherException($"The file {path} is in use by another program.");
    }

    private static bool TryOpen(string path, out FileStream? file)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            file = new FileStream(path, options);
            return true;
        }
        catch (IOException)
        {
            file = null;
            return false;
        }
    }

    private static bool IsWhole(string text) => Convert.TryFromBase64String(text, new byte[text.Length], out var length) && length >= Length;

    private static string Write(FileStream file, string key)
    {
        file.SetLength(0);
        file.Write(Encoding.ASCII.GetBytes(key + Environment.NewLine));
        return key;
    }
}
