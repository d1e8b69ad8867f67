using Microsoft.Extensions.Options;

namespace Dxtra.Functions.Embedded.Tests.Hosting;

public sealed class DataDirectoryTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Is_made_when_missing()
    {
        using var data = Open("a/b");

        Assert.True(Directory.Exists(_folder.File("a/b")));
        Assert.Equal(_folder.File("a/b"), data.Path);
    }

    [Fact]
    public void Is_free_again_after_its_owner_is_gone()
    {
        Open("data").Dispose();

        using var second = Open("data");
        Assert.NotNull(second.Path);
    }

    [Fact]
    public async Task A_second_host_on_the_same_directory_fails_at_start_with_a_clear_sentence()
    {
        using var first = Open("data");
        using var second = TestApp.Builder(_folder, []).Build();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => second.StartAsync());

        Assert.Equal(
            $"The data directory {_folder.File("data")} is in use by another process. "
            + "Stop that one, or set Embedded:DataDirectory to another directory.",
            error.Message);
    }

    private DataDirectory Open(string name) => new(Options.Create(new EmbeddedOptions { DataDirectory = _folder.File(name) }));
}
