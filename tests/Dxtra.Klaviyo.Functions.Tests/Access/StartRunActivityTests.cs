using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class StartRunActivityTests : IAsyncLifetime
{
    private AccessFixture _access = null!;

    public async Task InitializeAsync()
    {
        _access = await AccessFixture.CreateAsync();
        await _access.FindAsync();
    }

    public async Task DisposeAsync() => await _access.DisposeAsync();

    [Fact]
    public async Task A_first_run_reads_everything_with_the_patience_that_is_set()
    {
        var output = await StartAsync();

        Assert.Equal((null, null, TimeSpan.FromSeconds(3)), (output.Kept, output.Missing, output.FirstPause));
        Assert.Equal(["json"], output.Formats);
    }

    [Fact]
    public async Task A_later_run_keeps_what_was_read_and_reads_what_is_missing_alone()
    {
        await KeepAsync(category => category switch
        {
            Categories.Segments => GapReason.MissingScope,
            Categories.Events or Categories.Orders => GapReason.Unavailable,
            _ => null,
        });

        var output = await StartAsync(run: 2);

        Assert.Equal(Categories.All.Count, output.Kept!.Parts.Count);
        Assert.Equal([new(0, Reads.History), new(0, Reads.Groups)], output.Missing);
    }

    [Fact]
    public async Task A_category_that_is_not_there_at_all_is_missing_too()
    {
        await KeepAsync(_ => null, Categories.All.Except([Categories.Reviews, Categories.Consent]));

        Assert.Equal([new(0, Reads.Profile), new(0, Reads.Reviews)], (await StartAsync(run: 2)).Missing);
    }

    [Fact]
    public async Task When_nothing_is_missing_nothing_is_read()
    {
        await KeepAsync(_ => null);

        Assert.Empty((await StartAsync(run: 2)).Missing!);
    }

    private Task KeepAsync(Func<string, GapReason?> gap, IEnumerable<string>? categories = null) => _access.Records.WriteAsync(
        _access.Work, [.. (categories ?? Categories.All).Select(category => Some.Part(0, category, gap: gap(category)))], CancellationToken.None);

    private Task<StartRunActivity.Output> StartAsync(int run = 1) =>
        new StartRunActivity(_access.Requests, _access.Records, _access.Retention, Options.Create(new AccessOptions { FirstPause = TimeSpan.FromSeconds(3) }))
            .RunAsync(new(_access.Work with { Run = run }), CancellationToken.None);
}
