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
    public void Elsewhere_it_lies_in_the_current_directory() =>
        Assert.Equal(Path.Combine(_folder.Path, ".local"), DataDirectory.Default(_folder.Path));
}
