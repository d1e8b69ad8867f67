using CsCheck;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Several instances and one book: together they never have more than the budget.</summary>
public sealed class QuotaBookTests
{
    private static readonly QuotaLeaseRequest Minute = Request(8, 60, wanted: 1000);

    [Fact]
    public void A_block_is_what_is_wanted_or_a_quarter_of_what_is_left()
    {
        var book = new QuotaBook([]);
        (book, var wanted) = book.Lease("a", Minute with { Wanted = 3 }, Some.Now);
        (book, var quarter) = book.Lease("b", Minute, Some.Now);

        Assert.Equal((3, 14), (wanted.Calls, quarter.Calls));
        Assert.Equal((4, 2), (wanted.Burst, quarter.Burst));
        Assert.Equal(QuotaBook.Lifetime, quarter.Time);
        Assert.Equal(2, book.Grants.Count);
    }

    [Fact]
    public void What_was_leased_weighs_until_a_window_after_its_end()
    {
        var book = new QuotaBook([]);
        while (true)
        {
            (book, var lease) = book.Lease("a", Minute, Some.Now);
            if (lease.Calls > 0)
                continue;
            Assert.Equal(TimeSpan.FromSeconds(5 + 60 + 2), lease.Time);
            break;
        }

        Assert.Equal(60, book.Grants.Sum(grant => grant.Calls));
        Assert.Equal(0, book.Lease("a", Minute, Some.Now.AddSeconds(66.9)).Lease.Calls);
        var (after, again) = book.Lease("a", Minute, Some.Now.AddSeconds(67));
        Assert.Equal((15, 1), (again.Calls, after.Grants.Count));
    }

    [Fact]
    public void Of_one_call_a_second_each_gets_a_turn_and_the_longest_waiting_gets_the_next()
    {
        var request = Request(1, 15, wanted: 4);
        var book = new QuotaBook([]);
        (book, var first) = book.Lease("a", request, Some.Now);
        (book, var second) = book.Lease("b", request, Some.Now.AddSeconds(1));
        (book, var third) = book.Lease("c", request, Some.Now.AddSeconds(2));
        Assert.Equal((3, 0, 0), (first.Calls, second.Calls, third.Calls));

        (book, var renewed) = book.Lease("a", request, Some.Now.AddSeconds(4));
        Assert.Equal(0, renewed.Calls);

        // The lease of a is over after 5 s and weighs for 3 more; b has kept asking.
        (book, _) = book.Lease("b", request, Some.Now.AddSeconds(5.5));
        (book, _) = book.Lease("c", request, Some.Now.AddSeconds(6));
        (book, var notYet) = book.Lease("c", request, Some.Now.AddSeconds(8));
        (book, var turn) = book.Lease("b", request, Some.Now.AddSeconds(8));
        Assert.Equal((0, 3), (notYet.Calls, turn.Calls));
    }

    [Fact]
    public void One_who_waited_and_went_away_stops_the_others_for_a_moment_only()
    {
        var request = Request(1, 15, wanted: 1);
        var book = new QuotaBook([new("gone", Some.Now.AddSeconds(-1), Some.Now.AddSeconds(4), 0, 0)]);

        Assert.Equal(0, book.Lease("a", request, Some.Now).Lease.Calls);
        Assert.Equal(1, book.Lease("a", request, Some.Now.AddSeconds(4)).Lease.Calls);
    }

    [Fact]
    public void A_daily_budget_is_kept_too()
    {
        var request = new QuotaLeaseRequest("a", "b", [new(1, TimeSpan.FromSeconds(1)), new(2, TimeSpan.FromMinutes(1)), new(3, TimeSpan.FromDays(1))], 10);
        var (book, calls, now) = (new QuotaBook([]), 0, Some.Now);
        for (; now < Some.Now.AddHours(23); now += TimeSpan.FromMinutes(3))
        {
            (book, var lease) = book.Lease("x", request, now);
            calls += lease.Calls;
        }

        Assert.Equal(3, calls);
    }

    [Fact]
    public void However_instances_ask_and_use_no_window_holds_more_than_the_budget() => Gen.Select(
        Gen.Int[1, 6], Gen.Int[4, 40], Gen.Int[2, 4], Gen.Int[0, int.MaxValue - 1]).Sample(
        sample =>
        {
            var (burst, steady, instances, seed) = sample;
            var random = new Random(seed);
            var skews = Enumerable.Range(0, instances).Select(_ => TimeSpan.FromSeconds(random.NextDouble())).ToList();
            var (book, arrivals, recent) = (new QuotaBook([]), new List<TimeSpan>(), skews.ConvertAll(_ => new List<TimeSpan>()));
            for (var now = TimeSpan.Zero; now < TimeSpan.FromMinutes(4); now += TimeSpan.FromSeconds(random.NextDouble() * 2))
            {
                var instance = random.Next(instances);
                (book, var lease) = book.Lease($"{instance}", Request(burst, steady, random.Next(1, 20)), Some.Now + now + skews[instance]);
                if (lease.Calls > 0)
                    Use(lease, now, recent[instance], arrivals, random);
            }

            Assert.True(Most(arrivals, 1) <= burst, $"{Most(arrivals, 1)} of {burst} a second");
            Assert.True(Most(arrivals, 60) <= steady, $"{Most(arrivals, 60)} of {steady} a minute");
        },
        iter: 200, threads: 1);

    /// <summary>All of it, some moment or other, as fast as the burst of the block and the instance's own second permit.</summary>
    private static void Use(QuotaLease lease, TimeSpan asked, List<TimeSpan> own, List<TimeSpan> all, Random random)
    {
        var at = asked + (random.NextDouble() * lease.Time);
        for (var call = 0; call < lease.Calls; call++)
        {
            while (own.Count(used => used > at - TimeSpan.FromSeconds(1) && used < at + TimeSpan.FromSeconds(1)) >= lease.Burst)
                at += TimeSpan.FromMilliseconds(50);
            if (at >= asked + lease.Time)
                return;
            own.Add(at);
            all.Add(at);
        }
    }

    private static int Most(List<TimeSpan> arrivals, int seconds)
    {
        var sorted = arrivals.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted.Max(start => sorted.Count(at => at >= start && at < start + TimeSpan.FromSeconds(seconds)));
    }

    private static QuotaLeaseRequest Request(int burst, int steady, int wanted) =>
        new("AbC123", "get_it", [new(burst, TimeSpan.FromSeconds(1)), new(steady, TimeSpan.FromMinutes(1))], wanted);
}
