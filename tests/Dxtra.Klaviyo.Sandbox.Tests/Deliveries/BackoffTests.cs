using Dxtra.Klaviyo.Sandbox.Deliveries;

namespace Dxtra.Klaviyo.Sandbox.Tests.Deliveries;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(6, 32)]
    [InlineData(7, 60)]
    [InlineData(1000, 60)]
    public void Waits_double_up_to_the_longest(int attempts, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Backoff.After(attempts, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1)));
}
