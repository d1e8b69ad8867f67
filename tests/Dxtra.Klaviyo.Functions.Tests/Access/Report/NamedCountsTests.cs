namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class NamedCountsTests
{
    [Fact]
    public void The_most_frequent_come_first()
    {
        var names = new NamedCounts();
        names.Add("rare");
        names.Add("often", 5);
        names.Add("rare");

        Assert.Equal(["often", "rare"], names.Most(5));
        Assert.Equal(2, names.Names);
    }

    [Fact]
    public void A_million_names_are_counted_and_not_kept()
    {
        var names = new NamedCounts();
        for (var name = 0; name < 1_000_000; name++)
            names.Add($"name {name}");

        Assert.Equal(1_000_000, names.Names);
        Assert.Equal(2_000, names.Most(int.MaxValue).Count);
    }
}
