namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class ChunkGroupsTests
{
    [Theory]
    [InlineData(100, 100, true)]
    [InlineData(1250, 100, true)]
    [InlineData(1251, 100, false)]
    [InlineData(100, 8, true)]
    [InlineData(100, 7, false)]
    [InlineData(0, 1, true)]
    public void Groups_are_asked_when_that_takes_less_time_than_asking_the_people(int groups, int people, bool cheaper) =>
        Assert.Equal(cheaper, ChunkGroups.IsCheaper(groups, people));
}
