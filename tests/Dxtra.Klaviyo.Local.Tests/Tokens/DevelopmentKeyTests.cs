using Dxtra.Klaviyo.Local.Tokens;

namespace Dxtra.Klaviyo.Local.Tests.Tokens;

public sealed class DevelopmentKeyTests : IDisposable
{
    private readonly TemporaryDirectory _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void The_key_is_made_once_and_found_again()
    {
        var first = DevelopmentKey.InDirectory(_data.Path);

        Assert.Equal(32, Convert.FromBase64String(first).Length);
        Assert.Equal(first, DevelopmentKey.InDirectory(_data.Path));
    }

    [Fact]
    public void Two_directories_have_two_keys()
    {
        string KeyIn(string name) => DevelopmentKey.InDirectory(Path.Combine(_data.Path, name));

        Assert.NotEqual(KeyIn("a"), KeyIn("b"));
    }

    [Fact]
    public void Launchers_that_start_together_agree_on_one_key()
    {
        var keys = new string[16];
        Parallel.For(0, keys.Length, i => keys[i] = DevelopmentKey.InDirectory(_data.Path));

        Assert.Single(keys.Distinct());
        Assert.Single(Directory.GetFiles(_data.Path));
    }

    [Fact]
    public void Only_its_owner_can_read_the_key()
    {
        if (OperatingSystem.IsWindows())
            return; // There the profile's folder protects it; a mode does not exist.

        DevelopmentKey.InDirectory(_data.Path);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_data.Path, "development-key")));
    }
}
