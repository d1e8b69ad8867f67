namespace Dxtra.Klaviyo.Local;

/// <summary>Where the launcher keeps things between runs.</summary>
internal static class DataDirectory
{
    private const string Name = ".local";
    private const string Solution = "Dxtra.Klaviyo.Functions.sln";

    /// <summary><c>.local</c> in the repository that the current directory is part of, else in the current directory.</summary>
    public static string Default(string currentDirectory)
    {
        for (var directory = new DirectoryInfo(currentDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, Solution)))
                return Path.Combine(directory.FullName, Name);
        }

        return Path.Combine(currentDirectory, Name);
    }

    /// <summary>Makes it when it is missing, for its owner only: keys and what Klaviyo holds of people come to lie in it.</summary>
    public static void Ensure(string directory)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(directory);
        else
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
