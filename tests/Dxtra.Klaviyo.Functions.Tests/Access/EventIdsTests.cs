using CsCheck;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class EventIdsTests
{
    [Fact]
    public void What_was_added_is_there_and_nothing_else() =>
        Gen.Select(Gen.String[0, 40].Array, Gen.String[0, 40].Array).Sample((added, others) =>
        {
            var ids = new EventIds();
            foreach (var id in added)
                ids.Add(id);

            Assert.All(added, id => Assert.True(ids.Contains(id)));
            Assert.All(others.Except(added), id => Assert.False(ids.Contains(id)));
        });

    [Theory]
    [InlineData("3xYz", "3xYz\0")]
    [InlineData("", "\0")]
    [InlineData("123456789012345", "123456789012345\0")]
    [InlineData("1234567890123456", "1234567890123457")]
    public void Ids_that_are_nearly_the_same_are_two(string one, string other)
    {
        var ids = new EventIds();
        ids.Add(one);

        Assert.Equal((true, false), (ids.Contains(one), ids.Contains(other)));
    }
}
