using Dxtra.Klaviyo.Sandbox.RateLimits;
using Dxtra.Klaviyo.Sandbox.Specification;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Sandbox.Tests.RateLimits;

public sealed class RateLimiterTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 10, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly OperationCatalog _catalog = OperationCatalog.Load();

    [Fact]
    public void The_burst_window_lets_its_number_through_and_opens_again_with_the_next_second()
    {
        var limiter = Limiter();

        Assert.Equal(3, Passed(limiter, "get_flows", 5));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(3, Passed(limiter, "get_flows", 5));
    }

    [Fact]
    public void The_steady_window_stops_what_the_burst_window_would_let_through()
    {
        var limiter = Limiter();
        var passed = 0;
        for (var second = 0; second < 30; second++, _time.Advance(TimeSpan.FromSeconds(1)))
            passed += Passed(limiter, "get_flows", 3);

        Assert.Equal(60, passed);
        Assert.Equal(30, Take(limiter, "get_flows").RetryAfterSeconds);
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(Take(limiter, "get_flows").RetryAfterSeconds);
    }

    [Fact]
    public void Operations_do_not_share_their_windows()
    {
        var limiter = Limiter();

        Assert.Equal(1, Passed(limiter, "get_accounts", 2));
        Assert.Equal(1, Passed(limiter, "get_account", 2));
    }

    [Fact]
    public void A_parameter_with_a_surcharge_has_one_bucket_for_all_operations_and_does_not_show_in_headers()
    {
        var limiter = Limiter();
        var profiles = _catalog["get_profiles"];
        var members = _catalog["get_profiles_for_list"];
        for (var call = 0; call < 10; call++)
            Assert.Contains(limiter.Take(profiles, profiles.Surcharges).Headers, header => header.Value == "75, 75;w=1, 750;w=60");

        Assert.NotNull(limiter.Take(members, members.Surcharges).RetryAfterSeconds);
        Assert.Null(limiter.Take(members, []).RetryAfterSeconds);
    }

    [Fact]
    public void Headers_are_lists_and_show_the_burst_window()
    {
        var headers = Take(Limiter(), "get_profiles").Headers.ToDictionary();

        Assert.Equal("75, 75;w=1, 750;w=60", headers["ratelimit-limit"]);
        Assert.Equal("74", headers["ratelimit-remaining"]);
        Assert.Equal("0", headers["ratelimit-reset"]);
    }

    [Fact]
    public void Limits_can_be_scaled_and_switched_off()
    {
        var limiter = Limiter();
        limiter.Settings = new RateLimitSettings(Enabled: true, Scale: 10);
        Assert.Equal(30, Passed(limiter, "get_flows", 40));

        limiter.Settings = new RateLimitSettings(Enabled: false, Scale: 1);
        Assert.Equal(100, Passed(limiter, "get_flows", 100));
        Assert.Empty(Take(limiter, "get_flows").Headers);
    }

    private RateLimiter Limiter() => new(new RateLimitSettings(Enabled: true, Scale: 1), new CallStatistics(), _time);

    private RateDecision Take(RateLimiter limiter, string operation) => limiter.Take(_catalog[operation], []);

    private int Passed(RateLimiter limiter, string operation, int calls) =>
        Enumerable.Range(0, calls).Count(_ => Take(limiter, operation).RetryAfterSeconds is null);
}
