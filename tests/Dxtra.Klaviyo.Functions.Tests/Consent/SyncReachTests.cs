namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class SyncReachTests
{
    private readonly SyncReach _reach = new(Some.Now);

    [Fact]
    public void It_goes_on_from_the_last_time_that_was_read()
    {
        _reach.See([Some.Now.AddSeconds(1), Some.Now.AddSeconds(4), Some.Now.AddSeconds(4)]);

        Assert.Equal(Some.Now.AddSeconds(4), _reach.After(TimeSpan.Zero));
        Assert.Equal(Some.Now.AddSeconds(3), _reach.After(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Where_the_order_was_not_kept_it_cannot_be_broken_off()
    {
        _reach.See([Some.Now.AddSeconds(4), Some.Now.AddSeconds(3)]);

        Assert.Null(_reach.After(TimeSpan.Zero));
    }

    [Fact]
    public void Nor_while_all_lies_in_the_second_where_it_began()
    {
        _reach.See([Some.Now.AddSeconds(1), Some.Now.AddSeconds(1)]);

        Assert.Null(_reach.After(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Nor_where_something_has_no_time()
    {
        _reach.See([Some.Now.AddSeconds(1), null, Some.Now.AddSeconds(9)]);

        Assert.Null(_reach.After(TimeSpan.Zero));
    }
}
