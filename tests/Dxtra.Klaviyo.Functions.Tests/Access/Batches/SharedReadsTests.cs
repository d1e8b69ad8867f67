using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class SharedReadsTests
{
    private readonly FakeTimeProvider _time = new(Some.Now);
    private readonly RequestWork _batch = Some.Work();
    private int _calls;

    [Fact]
    public async Task All_who_ask_at_once_share_one_read()
    {
        var shared = new SharedReads(_time);
        var gate = new TaskCompletionSource<string>();

        var asked = Enumerable.Range(0, 4).Select(_ => shared.GetAsync(_batch, () => { _calls++; return gate.Task.WaitAsync(TimeSpan.FromSeconds(30)); }, CancellationToken.None)).ToList();
        gate.SetResult("read");

        Assert.All(await Task.WhenAll(asked), text => Assert.Equal("read", text));
        Assert.Equal(1, _calls);
    }

    [Fact]
    public async Task Another_batch_and_another_kind_are_reads_of_their_own()
    {
        var shared = new SharedReads(_time);

        Assert.Equal("a", await shared.GetAsync(_batch, () => Task.FromResult("a"), CancellationToken.None));
        Assert.Equal("b", await shared.GetAsync(Some.Work(), () => Task.FromResult("b"), CancellationToken.None));
        Assert.Equal(1, Assert.Single(await shared.GetAsync(_batch, () => Task.FromResult<int[]>([1]), CancellationToken.None)));
    }

    [Fact]
    public async Task A_read_that_failed_is_tried_again_by_the_next()
    {
        var shared = new SharedReads(_time);
        await Assert.ThrowsAsync<IOException>(() => shared.GetAsync(_batch, () => Task.FromException<string>(new IOException()), CancellationToken.None));

        Assert.Equal("read", await shared.GetAsync(_batch, () => Task.FromResult("read"), CancellationToken.None));
    }

    [Fact]
    public async Task After_some_minutes_it_is_forgotten()
    {
        var shared = new SharedReads(_time);
        await shared.GetAsync(_batch, () => Task.FromResult("first"), CancellationToken.None);

        _time.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal("first", await shared.GetAsync(_batch, () => Task.FromResult("second"), CancellationToken.None));
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("second", await shared.GetAsync(_batch, () => Task.FromResult("second"), CancellationToken.None));
    }
}
