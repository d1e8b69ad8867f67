using Dxtra.Klaviyo.Local.Processes;

namespace Dxtra.Klaviyo.Local.Tests.Processes;

public sealed class FileLockTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    private string LockFile => Path.Combine(_folder.Path, "lock");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_second_waits_for_the_first()
    {
        var first = await FileLock.AcquireAsync(LockFile, CancellationToken.None);
        var second = FileLock.AcquireAsync(LockFile, CancellationToken.None);
        Assert.False(second.IsCompleted);

        first.Dispose();

        using var held = await second.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Waiting_can_be_given_up()
    {
        using var held = await FileLock.AcquireAsync(LockFile, CancellationToken.None);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FileLock.AcquireAsync(LockFile, soon.Token));
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_no_reason_to_wait() =>
        await Assert.ThrowsAsync<DirectoryNotFoundException>(
            () => FileLock.AcquireAsync(Path.Combine(_folder.Path, "missing", "lock"), CancellationToken.None));
}
