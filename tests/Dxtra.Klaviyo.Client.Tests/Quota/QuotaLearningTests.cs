using System.Net;

namespace Dxtra.Klaviyo.Client.Tests;

/// <summary>What answers teach: other limits than specified, and that others use the account too.</summary>
public sealed class QuotaLearningTests : IDisposable
{
    private static readonly QuotaRoute Route = SimulatedKlaviyo.Route((10, 1), (150, 60));

    private readonly SimulatedKlaviyo _klaviyo = new();

    public void Dispose() => _klaviyo.Dispose();

    [Theory]
    [InlineData("3, 3;w=1, 60;w=60", 3)]
    [InlineData("10, 10;w=1, 150;w=60", 10)]
    [InlineData("350, 350;w=1, 3500;w=60", 10)]
    [InlineData("75, 75;w=1, 750;w=60", 75)]
    [InlineData("12", 10)]
    [InlineData("many;w=few, 0;w=1, 5;w=0", 10)]
    public void A_smaller_limit_is_believed_and_a_larger_one_where_the_wire_is_known_to_be_right(string header, int aSecond)
    {
        _klaviyo.Answer = () => Ok(header);
        _klaviyo.Call(Route);
        _klaviyo.Pass(2);
        for (var call = 0; call < 100; call++)
            _klaviyo.Call(Route);

        Assert.Equal(1 + aSecond, _klaviyo.Calls.Count);
    }

    [Fact]
    public void A_second_that_others_have_used_up_is_waited_for()
    {
        _klaviyo.Answer = () => Ok("10, 10;w=1, 150;w=60", remaining: 0);
        _klaviyo.Call(Route);
        _klaviyo.Call(Route);
        Assert.Single(_klaviyo.Calls);

        _klaviyo.Pass(1.1);

        Assert.Equal(2, _klaviyo.Calls.Count);
    }

    [Fact]
    public void After_a_429_that_names_a_time_nothing_is_sent_until_then()
    {
        RefuseNext(retryAfter: 20);

        Assert.InRange(SecondsToNext(), 20, 20.2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(null)]
    public void A_429_that_our_own_calls_of_the_second_do_not_explain_means_the_minute(int? retryAfter)
    {
        RefuseNext(retryAfter);

        Assert.InRange(SecondsToNext(), 60, 60.2);
    }

    [Fact]
    public void A_429_in_a_full_second_means_the_second_and_another_one_after_it_the_minute()
    {
        for (var call = 0; call < 9; call++)
            _klaviyo.Call(Route);
        RefuseNext(retryAfter: 0);
        Assert.InRange(SecondsToNext(), 1, 1.2);

        RefuseNext(retryAfter: 0, calls: 8);

        Assert.InRange(SecondsToNext(), 60, 60.2);
    }

    [Fact]
    public void Less_is_used_for_a_while_after_a_429()
    {
        RefuseNext(retryAfter: 2);
        _klaviyo.Pass(5);
        Assert.Equal(7, SentInASecond());

        _klaviyo.Pass(10 * 60);

        Assert.Equal(10, SentInASecond());
    }

    [Fact]
    public void Calls_that_were_under_way_together_are_refused_together_and_count_once()
    {
        _klaviyo.Journey = () => (TimeSpan.FromMilliseconds(50), TimeSpan.Zero);
        RefuseNext(retryAfter: 0, calls: 10);

        Assert.InRange(SecondsToNext(), 1, 1.2);
        _klaviyo.Pass(3);

        Assert.Equal(7, SentInASecond());
    }

    [Fact]
    public void A_refusal_of_a_call_with_a_costly_parameter_closes_that_bucket_alone()
    {
        var costly = new QuotaRoute("costly", [Route.Buckets[0], SimulatedKlaviyo.Bucket("parameter", (1, 1))]);
        _klaviyo.Answer = () => Throttled(30);
        _klaviyo.Call(costly, "costly");
        _klaviyo.Answer = () => null;
        _klaviyo.Call(costly, "costly again");
        _klaviyo.Call(Route, "plain");

        Assert.Equal(["costly", "plain"], _klaviyo.Calls.Select(call => call.Label));
    }

    private void RefuseNext(int? retryAfter, int calls = 1)
    {
        _klaviyo.Answer = () => Throttled(retryAfter);
        for (var call = 0; call < calls; call++)
            _klaviyo.Call(Route);
        _klaviyo.Pass(_klaviyo.Journey().There.TotalSeconds);
        _klaviyo.Answer = () => null;
    }

    private double SecondsToNext()
    {
        var (before, start) = (_klaviyo.Calls.Count, _klaviyo.Time.GetUtcNow());
        _klaviyo.Call(Route);
        while (_klaviyo.Calls.Count == before && _klaviyo.Time.GetUtcNow() - start < TimeSpan.FromMinutes(5))
            _klaviyo.Pass(0.01);
        return (_klaviyo.Time.GetUtcNow() - start).TotalSeconds;
    }

    private int SentInASecond()
    {
        var before = _klaviyo.Calls.Count;
        for (var call = 0; call < 20; call++)
            _klaviyo.Call(Route);
        var sent = _klaviyo.Calls.Count - before;
        _klaviyo.Pass(30);
        return sent == 0 ? _klaviyo.Calls.Count - before : sent;
    }

    private static HttpResponseMessage Ok(string limit, int? remaining = null)
    {
        var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("ratelimit-limit", limit);
        if (remaining is { } left)
            response.Headers.TryAddWithoutValidation("ratelimit-remaining", $"{left}");
        return response;
    }

    private static HttpResponseMessage Throttled(int? retryAfter)
    {
        var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        if (retryAfter is { } seconds)
            response.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
        return response;
    }
}
