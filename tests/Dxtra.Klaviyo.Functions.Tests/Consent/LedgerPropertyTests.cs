using CsCheck;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Whatever the order, the repeats and the interleaving in which news comes, the ledger is the same.</summary>
[Collection(StorageTests.Name)]
public sealed class LedgerPropertyTests(StorageFixture storage)
{
    private static readonly ConsentState[] States = [ConsentState.Subscribed, ConsentState.Unsubscribed, ConsentState.NeverSubscribed, ConsentState.PendingConfirmation];
    private static readonly ConsentChannel[] Channels = [ConsentChannel.EmailMarketing, ConsentChannel.SmsMarketing, ConsentChannel.List];
    private static readonly ConsentWay[] Ways = [ConsentWay.Webhook, ConsentWay.Sync, ConsentWay.Dxtra, ConsentWay.FlowWebhook];

    private static readonly Gen<ConsentNews> AnyNews =
        from source in Gen.Int[1, 8]
        from profile in Gen.Int[1, 2]
        from channel in Gen.Int[0, 2]
        select New(source, profile, Channels[channel]);

    /// <summary>News as it happened, and the deliveries: each batch comes after the other, or together with the one before.</summary>
    private static readonly Gen<(ConsentNews[] Happened, (ConsentNews[] Batch, bool Together)[] Deliveries)> AnyStory =
        from happened in AnyNews.Array[1, 10]
        from order in Gen.Shuffle(happened)
        from repeats in Gen.Int[0, happened.Length - 1].Array[0, 12]
        from order2 in Gen.Shuffle(order.Concat(repeats.Select(index => happened[index])).ToArray())
        from sizes in Gen.Int[1, 4].Array[order2.Length]
        from together in Gen.Bool.Array[order2.Length]
        select (happened, Batches(order2, sizes).Select((batch, index) => (batch, together[index])).ToArray());

    [Fact]
    public Task Any_permutation_duplication_and_interleaving_of_the_same_news_gives_the_same_ledger() =>
        AnyStory.SampleAsync(story => CompareAsync(story.Happened, story.Deliveries, () => new FakeLedgerStore()), iter: 300);

    [Fact]
    public Task So_it_does_in_tables() =>
        AnyStory.SampleAsync(story => CompareAsync(story.Happened, story.Deliveries, () => new TableLedgerStore(storage.Tables)), iter: 8, threads: 1);

    private static async Task<bool> CompareAsync(
        ConsentNews[] happened, (ConsentNews[] Batch, bool Together)[] deliveries, Func<ILedgerStore> store)
    {
        var (expected, actual) = (new ConsentFixture(store()), new ConsentFixture(store()));
        foreach (var news in happened.OrderBy(news => news.EffectiveAt))
            await expected.TakeAsync(news);
        var running = new List<Task>();
        foreach (var (batch, together) in deliveries)
        {
            if (!together)
                await Task.WhenAll(running);
            running.Add(Task.Run(() => actual.TakeAsync(batch)));
        }

        await Task.WhenAll(running);
        Assert.Equal(await SayAsync(expected), await SayAsync(actual));
        await AssertNothingChangesAsync(actual, happened);
        return true;
    }

    /// <summary>Once everything is known, more of the same adds no line and no entry.</summary>
    private static async Task AssertNothingChangesAsync(ConsentFixture consent, ConsentNews[] happened)
    {
        var (said, told) = (await SayAsync(consent), consent.Changes.Count());
        Assert.InRange(told, 1, said.Split('\n').Length);

        await consent.TakeAsync(happened);

        Assert.Equal((said, told), (await SayAsync(consent), consent.Changes.Count()));
    }

    /// <summary>Everything but when and by which call it was seen.</summary>
    private static async Task<string> SayAsync(ConsentFixture consent)
    {
        var lines = new List<string>();
        foreach (var profile in (string[])["01P1", "01P2"])
        {
            lines.AddRange((await consent.LinesAsync(profile)).Select(line =>
                $"{profile} {line.Channel} {line.ListId} {line.SourceId} {line.EffectiveAt:O} {line.Previous} -> {line.Value} {line.Outcome} {line.LinkedTo}"));
            var held = await consent.Ledger.ReadHeldAsync(await consent.SubjectAsync(profile), withLists: true, CancellationToken.None);
            lines.AddRange(held.Select(one => $"{profile} {one.Channel} {one.ListId} = {one.State} since {one.Since:O}").Order(StringComparer.Ordinal));
        }

        return string.Join('\n', lines);
    }

    /// <summary>The same source always says the same.</summary>
    private static ConsentNews New(int source, int profile, ConsentChannel channel) => new(
        $"e{source}", $"01P{profile}", channel, States[(source * 7 + profile + (int)channel) % States.Length],
        Some.Now.AddSeconds(-((source * 37 + (int)channel) % 11 * (source % 2 == 0 ? 3 : 40))), Ways[(source + profile) % Ways.Length], ListId: channel == ConsentChannel.List ? $"list/{source % 2}" : null);

    private static IEnumerable<ConsentNews[]> Batches(ConsentNews[] news, int[] sizes)
    {
        var taken = 0;
        for (var batch = 0; taken < news.Length; batch++)
        {
            yield return [.. news.Skip(taken).Take(sizes[batch])];
            taken += sizes[batch];
        }
    }
}
