namespace Dxtra.Klaviyo.Local.Tests;

public sealed class DataDirectoryTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Inside_the_repository_it_lies_at_its_top()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "Dxtra.Klaviyo.Functions.sln"), "");
        var below = Directory.CreateDirectory(Path.Combine(_folder.Path, "src", "deep")).FullName;

        Assert.Equal(Path.Combine(_folder.Path, ".local"), DataDirectory.Default(below));
    }

    [Fact]
    public void Only_its_owner_can_look_into_it()
    {
        if (OperatingSystem.IsWindows())
            return; // There the profile's folder protects it; a mode does not exist.

        var directory = Path.Combine(_folder.Path, "data");
        DataDirectory.Ensure(directory);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(directory));
    }

    [Fact]
    public void Elsewhere_it_lies_in_the_current_directory() =>
        Assert.Equal(Path.Combine(_folder.Path, ".local"), DataDirectory.Default(_folder.Path));
}
