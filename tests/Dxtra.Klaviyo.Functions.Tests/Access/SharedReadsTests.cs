using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class SharedReadsTests
{
    private readonly FakeTimeProvider _time = new(Some.Now);
    private readonly RequestWork _work = Some.Work();
    private int _reads;

    private SharedReads Shared => field ??= new(Options.Create(new AccessOptions()), _time);

    [Fact]
    public async Task All_who_ask_at_once_share_one_read()
    {
        var gate = new TaskCompletionSource();

        var asked = Enumerable.Range(0, 4).Select(_ => Shared.GetAsync(_work, "reviews", () => PagesAsync("""{"id":"1"}""", gate.Task), CancellationToken.None)).ToList();
        gate.SetResult();

        Assert.All(await Task.WhenAll(asked), rows => Assert.Equal("""{"id":"1"}""", Text(rows)));
        Assert.Equal(1, _reads);
    }

    [Fact]
    public async Task Another_request_of_the_account_is_given_what_was_read_with_the_time_of_reading()
    {
        await GetAsync(_work);
        _time.Advance(TimeSpan.FromMinutes(9));

        Assert.Equal(Some.Now, (await GetAsync(_work with { RequestId = "another" })).AsOf);
        Assert.Equal(1, _reads);
    }

    [Fact]
    public async Task Another_controller_another_account_and_another_category_are_reads_of_their_own()
    {
        await GetAsync(_work);
        await GetAsync(_work with { ControllerDid = "did:dep:another" });
        await GetAsync(_work with { ProcessorId = "another" });
        await GetAsync(_work, category: "customObjects");

        Assert.Equal(4, _reads);
    }

    [Fact]
    public async Task After_some_minutes_it_is_forgotten()
    {
        await GetAsync(_work, "old");
        _time.Advance(TimeSpan.FromMinutes(11));

        var rows = await Poll.UntilAsync(() => GetAsync(_work, "new"), rows => Text(rows) == "new", "a new read");

        Assert.Equal(Some.Now.AddMinutes(11), rows.AsOf);
    }

    [Fact]
    public async Task A_read_that_failed_is_tried_again_by_the_next()
    {
        await Assert.ThrowsAsync<IOException>(() => Shared.GetAsync(_work, "reviews", () => PagesAsync("", Task.FromException(new IOException())), CancellationToken.None));

        Assert.Equal("read", Text(await GetAsync(_work, "read")));
    }

    [Fact]
    public async Task Who_gives_up_leaves_the_others_their_read()
    {
        var gate = new TaskCompletionSource();
        using var impatient = new CancellationTokenSource();
        var left = Shared.GetAsync(_work, "reviews", () => PagesAsync("read", gate.Task), impatient.Token);
        var stays = GetAsync(_work);

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left.WaitAsync(TimeSpan.FromSeconds(30)));
        gate.SetResult();

        Assert.Equal("read", Text(await stays.WaitAsync(TimeSpan.FromSeconds(30))));
    }

    [Fact]
    public async Task That_there_is_too_much_to_look_through_is_known_to_the_next()
    {
        foreach (var _ in Enumerable.Range(0, 2))
            Assert.True((await Shared.GetAsync(_work, "customObjects", () => PagesAsync("", Task.FromException(new ObjectRecord.TooManyException())), CancellationToken.None)).TooMany);

        Assert.Equal(1, _reads);
    }

    [Fact]
    public async Task More_than_memory_is_meant_for_is_not_kept_and_leaves_room_for_others()
    {
        var noise = new byte[8 * 1024 * 1024];
        new Random(1).NextBytes(noise);
        var page = new PartPage([noise.Select(value => value == '\n' ? (byte)' ' : value).ToArray()]);

        var large = await Shared.GetAsync(_work, "reviews", () => Enumerable.Repeat(page, 9).ToAsyncEnumerable(), CancellationToken.None);
        var small = await Shared.GetAsync(_work, "customObjects", () => Enumerable.Repeat(page, 7).ToAsyncEnumerable(), CancellationToken.None);

        Assert.Equal((null, 7), (large.Packed, small.Packed?.Count));
    }

    private Task<SharedRows> GetAsync(RequestWork work, string row = "read", string category = "reviews") =>
        Shared.GetAsync(work, category, () => PagesAsync(row, Task.CompletedTask), CancellationToken.None);

    private async IAsyncEnumerable<PartPage> PagesAsync(string row, Task gate)
    {
        _reads++;
        await gate.WaitAsync(TimeSpan.FromSeconds(30));
        yield return new([Encoding.UTF8.GetBytes(row)]);
    }

    private static string Text(SharedRows rows) =>
        Encoding.UTF8.GetString(Assert.Single(rows.Pages!.ToBlockingEnumerable().SelectMany(page => page.Rows)).Span);
}
