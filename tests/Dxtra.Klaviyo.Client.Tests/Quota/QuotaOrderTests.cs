namespace Dxtra.Klaviyo.Client.Tests;

/// <summary>Who goes first, and that nobody is forgotten.</summary>
public sealed class QuotaOrderTests : IDisposable
{
    private static readonly QuotaRoute OneASecond = SimulatedKlaviyo.Route((1, 1), (15, 60));

    private readonly SimulatedKlaviyo _klaviyo = new();

    public void Dispose() => _klaviyo.Dispose();

    [Fact]
    public void The_nearest_deadline_goes_first_and_of_the_same_the_first_that_came()
    {
        _klaviyo.Call(OneASecond, "goes at once");
        _klaviyo.Call(OneASecond, "in a month", due: 30);
        _klaviyo.Call(OneASecond, "tomorrow", due: 1);
        _klaviyo.Call(OneASecond, "tomorrow too", due: 1);
        _klaviyo.Call(OneASecond, "in two days", due: 2);
        _klaviyo.Call(OneASecond, "overdue", due: -3);
        _klaviyo.Call(OneASecond, "somebody waits", due: null);

        _klaviyo.Pass(10);

        Assert.Equal(["goes at once", "overdue", "somebody waits", "tomorrow", "tomorrow too", "in two days", "in a month"], Sent);
    }

    [Fact]
    public void One_who_leaves_is_no_longer_waited_for()
    {
        _klaviyo.Call(OneASecond, "first");
        _klaviyo.Call(OneASecond, "second");
        _klaviyo.Call(OneASecond, "third");

        Assert.NotNull(_klaviyo.Quota.Leave(_klaviyo.Waiter("second")));
        _klaviyo.Pass(1.2);

        Assert.Equal(["first", "third"], Sent);
        Assert.Null(_klaviyo.Quota.Leave(_klaviyo.Waiter("third")));
    }

    [Fact]
    public void A_part_of_the_minute_is_kept_for_those_who_wait_in_person()
    {
        var route = SimulatedKlaviyo.Route((100, 1), (100, 60));
        for (var call = 0; call < 100; call++)
            _klaviyo.Call(route, "planned");
        _klaviyo.Pass(2);
        Assert.Equal(95, Sent.Count());

        for (var call = 0; call < 6; call++)
            _klaviyo.Call(route, "in person", due: null);

        Assert.Equal(5, Sent.Count(label => label == "in person"));
    }

    [Fact]
    public void One_who_needs_two_buckets_is_not_overtaken_for_ever_by_those_who_need_one()
    {
        QuotaRoute.Bucket common = SimulatedKlaviyo.Bucket("common", (2, 1)), tight = SimulatedKlaviyo.Bucket("tight", (1, 10));
        var both = new QuotaRoute("both", [common, tight]);
        _klaviyo.Call(both, "both");
        _klaviyo.Call(both, "both again", due: 1);
        for (var call = 0; call < 100; call++)
            _klaviyo.Call(new("common", [common]), "common", due: 2);

        _klaviyo.Pass(10.1);

        Assert.Equal("both again", Sent.Last(label => label != "common"));
        Assert.InRange(Sent.Count(), 11, 22);
    }

    [Fact]
    public void One_whose_turn_is_far_is_sent_away_and_told_when_each_at_another_time()
    {
        for (var call = 0; call < 15; call++)
            _klaviyo.Call(OneASecond);
        _klaviyo.Pass(16);
        var turns = Enumerable.Range(0, 30).Select(_ => _klaviyo.Call(OneASecond, longest: 5)!.Value.TotalSeconds).ToList();

        Assert.InRange(turns[0], 43, 47);
        Assert.All(turns.Zip(turns.Skip(1)), pair => Assert.Equal(4, pair.Second - pair.First, tolerance: 0.1));
        Assert.Equal(15, Sent.Count());
    }

    [Fact]
    public void A_thousand_who_come_again_when_they_were_told_are_all_served_in_the_time_that_the_limit_takes()
    {
        var route = SimulatedKlaviyo.Route((3, 1), (60, 60));
        var coming = new PriorityQueue<string, double>(Enumerable.Range(0, 1000).Select(caller => ($"{caller}", 0.0)));
        var (now, tries) = (0.0, 0);
        while (_klaviyo.Calls.Count < 1000 && now < 3600)
        {
            while (coming.TryPeek(out var caller, out var at) && at <= now)
            {
                coming.Dequeue();
                tries++;
                if (_klaviyo.Call(route, caller, longest: 65) is { } turn)
                    coming.Enqueue(caller, now + Math.Max(5, turn.TotalSeconds));
            }

            _klaviyo.Pass(0.5);
            now += 0.5;
        }

        Assert.Equal(1000, Sent.Distinct().Count());
        Assert.InRange(now / 60, 16, 19);
        Assert.InRange(tries, 1000, 4000);
    }

    [Fact]
    public void The_wait_is_told_without_a_call()
    {
        Assert.Equal(TimeSpan.Zero, _klaviyo.Quota.WouldWait(OneASecond, default));
        _klaviyo.Call(OneASecond);
        Assert.InRange(_klaviyo.Quota.WouldWait(OneASecond, default).TotalSeconds, 1, 1.1);
        _klaviyo.Pass(1.1);
        Assert.Equal(TimeSpan.Zero, _klaviyo.Quota.WouldWait(OneASecond, default));
    }

    [Fact]
    public void A_call_without_an_answer_stops_nobody_for_ever()
    {
        _klaviyo.Journey = () => (TimeSpan.Zero, TimeSpan.FromMinutes(5));
        _klaviyo.Call(OneASecond, "hangs");
        _klaviyo.Call(OneASecond, "next");

        _klaviyo.Pass(5.9);
        Assert.Single(Sent);
        _klaviyo.Pass(0.3);

        Assert.Equal(["hangs", "next"], Sent);
    }

    [Fact]
    public void Where_nothing_goes_on_nothing_is_remembered()
    {
        _klaviyo.Call(OneASecond);
        _klaviyo.Call(OneASecond);
        Assert.False(_klaviyo.Quota.TryRetire());
        _klaviyo.Pass(61);
        Assert.False(_klaviyo.Quota.TryRetire());
        _klaviyo.Pass(2);

        Assert.True(_klaviyo.Quota.TryRetire());
        Assert.Null(_klaviyo.Quota.Enter(OneASecond, default, TimeSpan.Zero));
    }

    private IEnumerable<string> Sent => _klaviyo.Calls.Select(call => call.Label);
}
