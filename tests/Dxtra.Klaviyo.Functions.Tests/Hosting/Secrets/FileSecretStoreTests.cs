using System.Text;
using Dxtra.Klaviyo.Local;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class FileSecretStoreTests : IDisposable
{
    private readonly TemporaryDirectory _data = new();
    private readonly SecretDirectory _directory;

    public FileSecretStoreTests() => _directory = SecretDirectory.From(Configuration("Embedded:DataDirectory", _data.Path));

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_secret_comes_back_after_a_restart()
    {
        await NewStore().SetAsync("processor-1-key", Some.ApiKey, CancellationToken.None);

        Assert.Equal(Some.ApiKey, await NewStore().FindAsync("processor-1-key", CancellationToken.None));
    }

    [Fact]
    public async Task A_secret_that_was_never_set_is_null() => Assert.Null(await NewStore().FindAsync("nothing", CancellationToken.None));

    [Fact]
    public async Task A_second_value_replaces_the_first()
    {
        var store = NewStore();
        await store.SetAsync("a", "one", CancellationToken.None);
        await store.SetAsync("a", "two", CancellationToken.None);

        Assert.Equal("two", await store.FindAsync("a", CancellationToken.None));
    }

    [Fact]
    public async Task Callers_that_race_to_make_a_secret_all_get_the_same()
    {
        var values = await Task.WhenAll(Enumerable.Range(0, 16).Select(number =>
            Task.Run(() => NewStore().GetOrAddAsync("raced", () => $"value {number}", CancellationToken.None))));

        Assert.Single(values.Distinct());
        Assert.Equal(values[0], await NewStore().FindAsync("raced", CancellationToken.None));
        Assert.Equal(["raced.secret"], Directory.EnumerateFiles(_directory.Path, "raced*").Select(file => Path.GetFileName(file)));
    }

    [Fact]
    public async Task What_exists_is_not_made_again()
    {
        await NewStore().SetAsync("a", "one", CancellationToken.None);

        Assert.Equal("one", await NewStore().GetOrAddAsync("a", () => throw new InvalidOperationException(), CancellationToken.None));
    }

    [Fact]
    public async Task No_file_holds_the_clear_text()
    {
        await NewStore().SetAsync("a", Some.ApiKey, CancellationToken.None);

        Assert.All(Directory.EnumerateFiles(_directory.Path), file => Assert.DoesNotContain(Some.ApiKey, Encoding.Latin1.GetString(File.ReadAllBytes(file))));
    }

    [Fact]
    public async Task Only_the_owner_may_read_the_files_and_the_folder()
    {
        if (OperatingSystem.IsWindows())
            return;
        await NewStore().SetAsync("a", "one", CancellationToken.None);

        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(owner | UnixFileMode.UserExecute, File.GetUnixFileMode(_directory.Path));
        Assert.Equal(owner, File.GetUnixFileMode(Path.Combine(_directory.Path, "a.secret")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../a")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a.b")]
    [InlineData("a b")]
    [InlineData("ä")]
    public async Task A_name_that_could_leave_the_folder_is_refused(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => NewStore().FindAsync(name, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => NewStore().SetAsync(name, "x", CancellationToken.None));
    }

    [Fact]
    public async Task A_secret_of_another_key_ring_is_explained_without_its_value()
    {
        await NewStore().SetAsync("a", "one", CancellationToken.None);
        foreach (var ring in Directory.EnumerateFiles(_directory.Path, "key-*.xml"))
            File.Delete(ring);

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => NewStore().FindAsync("a", CancellationToken.None));

        Assert.Contains("key ring", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Key_Vault_is_not_silently_replaced_by_files() =>
        Assert.Throws<InvalidOperationException>(() => SecretDirectory.From(Configuration("KeyVault:VaultUri", "https://vault.test/")));

    private static IConfiguration Configuration(string name, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build();

    /// <summary>As another process would have it: nothing is shared but the folder.</summary>
    private FileSecretStore NewStore() =>
        new(_directory, DataProtectionProvider.Create(new DirectoryInfo(_directory.Path), builder => builder.SetApplicationName("Dxtra.Klaviyo")));
}
